import { unknownNote } from './unknown-note.ts';
import type { EnumModel, Field, Model, RecordModel, Type } from './models.ts';
import { wordsOf } from './words-of.ts';

const reserved = new Set(
  'as break case catch class continue default defer do else enum extension false fallthrough for func guard if import in init internal is let nil operator private protocol public repeat rethrows return self static struct subscript super switch throw throws true try typealias var where while'.split(
    ' ',
  ),
);

/** Models as a Swift file: structs and enums that any `JSONDecoder` reads, whatever its strategies. */
export function swiftOf(models: Model[], title: string): string {
  const declarations = models.map((model) => (model.kind === 'record' ? struct(model) : openEnum(model)));
  return `// Generated from the OpenAPI document of ${title}: do not edit.\n\n${declarations.join('\n')}`;
}

function struct({ name, notes, fields }: RecordModel): string {
  return `${comment(notes, '')}struct ${name}: Codable, Hashable, Sendable {
${fields.map(property).join('\n')}
}
`;
}

function property({ name, type, presence, notes, deprecated }: Field): string {
  const typeName = presence === 'always' ? nameOf(type) : `${nameOf(type)}?`;
  const mark = deprecated ? `    @available(*, deprecated, message: ${JSON.stringify(notes.join(' '))})\n` : '';
  const said = presence === 'optional' ? [...notes, 'May be absent: nil then'] : notes;
  return `${comment(said, '    ')}${mark}    let ${quoted(name)}: ${typeName}`;
}

function openEnum({ name, notes, values }: EnumModel): string {
  const cases = values.filter((value) => value !== 'unknown').map((value) => `    case ${caseOf(value)} = "${value}"`);
  return `${comment(notes, '')}enum ${name}: String, Codable, Hashable, Sendable {
${cases.join('\n')}
    /// ${unknownNote(values)}
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}
`;
}

function nameOf(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `[${nameOf(type.of)}]`;
    case 'model':
      return type.name;
    default:
      return { string: 'String', integer: 'Int64', number: 'Double', boolean: 'Bool' }[type.kind];
  }
}

function caseOf(value: string): string {
  const [first = '', ...others] = wordsOf(value);
  return quoted(first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
}

function quoted(name: string): string {
  return reserved.has(name) ? `\`${name}\`` : name;
}

function comment(notes: string[], indent: string): string {
  return notes.map((note) => `${indent}/// ${note}\n`).join('');
}
