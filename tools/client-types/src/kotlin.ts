import type { EnumModel, Field, Model, RecordModel, Type } from './models.ts';
import { unknownNote } from './unknown-note.ts';
import { wordsOf } from './words-of.ts';

const reserved = new Set(
  'as break class continue do else false for fun if in interface is null object package return super this throw true try typealias typeof val var when while'.split(
    ' ',
  ),
);

/** Models as a Kotlin file: data classes and enums for kotlinx.serialization, which needs nothing else. */
export function kotlinOf(models: Model[], title: string): string {
  const declarations = models.map((model) => (model.kind === 'record' ? dataClass(model) : enumClass(model)));
  return `// Generated from the OpenAPI document of ${title}: do not edit.
// Read it with Json { ignoreUnknownKeys = true }: fields are added over the years.

package com.example.productbffs

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

${declarations.join('\n')}
/** Reads a value that was not known when the app was built as the enum's UNKNOWN. */
open class OpenEnumSerializer<T>(name: String, private val read: (String) -> T, private val write: (T) -> String) :
    KSerializer<T> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor(name, PrimitiveKind.STRING)

    override fun deserialize(decoder: Decoder): T = read(decoder.decodeString())

    override fun serialize(encoder: Encoder, value: T) = encoder.encodeString(write(value))
}
`;
}

function dataClass({ name, notes, fields }: RecordModel): string {
  return `${comment(notes, '')}@Serializable
data class ${name}(
${fields.map(property).join('\n')}
)
`;
}

/** Without a default, what is always sent has to be there; what may be absent is null then. */
function property({ name, type, presence, notes, deprecated }: Field): string {
  const typeName = presence === 'always' ? nameOf(type) : `${nameOf(type)}?`;
  const initial = presence === 'optional' ? ' = null' : '';
  const text = JSON.stringify(notes.join(' ')).replaceAll('$', '\\$');
  const mark = deprecated ? `    @Deprecated(${text})\n` : '';
  return `${comment(presence === 'optional' ? [...notes, 'May be absent: null then'] : notes, '    ')}${mark}    val ${quoted(name)}: ${typeName}${initial},`;
}

function enumClass({ name, notes, values }: EnumModel): string {
  const constants = values.filter((value) => value !== 'unknown').map((value) => `    ${constant(value)}("${value}"),`);
  return `${comment(notes, '')}@Serializable(with = ${name}.Serializer::class)
enum class ${name}(val wire: String) {
${constants.join('\n')}

    /** ${unknownNote(values)} */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ${name} = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<${name}>("${name}", ::of, ${name}::wire)
}
`;
}

function nameOf(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `List<${nameOf(type.of)}>`;
    case 'model':
      return type.name;
    default:
      return { string: 'String', integer: 'Long', number: 'Double', boolean: 'Boolean' }[type.kind];
  }
}

function constant(value: string): string {
  return wordsOf(value).join('_').toUpperCase();
}

function quoted(name: string): string {
  return reserved.has(name) ? `\`${name}\`` : name;
}

function comment(notes: string[], indent: string): string {
  if (notes.length === 0) return '';
  const [only = ''] = notes;
  if (notes.length === 1) return `${indent}/** ${safe(only)} */\n`;
  return `${indent}/**\n${notes.map((note) => `${indent} * ${safe(note)}\n`).join('')}${indent} */\n`;
}

/** A text that neither ends its comment nor, as Kotlin's nest, begins another. */
function safe(note: string): string {
  return note.replaceAll('*/', '* /').replaceAll('/*', '/ *');
}
