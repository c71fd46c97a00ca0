import type { Document, Schema } from './document.ts';

export type Type =
  | { kind: 'string' | 'integer' | 'number' | 'boolean' }
  | { kind: 'list'; of: Type }
  /** A record or an enum of these models. */
  | { kind: 'model'; name: string };

export interface Field {
  name: string;
  type: Type;
  /** `nullable`: always sent, and may be null. `optional`: may be absent, and is never null. */
  presence: 'always' | 'nullable' | 'optional';
  /** Sentences, one a line. */
  notes: string[];
  deprecated: boolean;
}

export interface RecordModel {
  kind: 'record';
  name: string;
  notes: string[];
  fields: Field[];
}

export interface EnumModel {
  kind: 'enum';
  name: string;
  notes: string[];
  /** As they are on the wire. */
  values: string[];
}

export type Model = RecordModel | EnumModel;

/**
 * What a document's answers are made of, in its order, each after its part's name: the `price` of `Product` is
 * `ProductPrice`.
 *
 * A choice between records becomes one record that has the fields of all, and requires those that all of them require:
 * what is added to the choice later is still read.
 *
 * @throws Error with the place of what neither language can say: a field that may be null and absent, which mean
 * different things; a choice of other things than records; an answer that is no named schema
 */
export function modelsOf(document: Document): Model[] {
  requireNames(document);
  const { schemas } = document.components;
  const models: Model[] = [];

  const add = (model: Model) => {
    if (models.some(({ name }) => name === model.name)) throw new Error(`Two models would be called ${model.name}.`);
    models.push(model);
  };

  /** Records and enums are declared; a list is written out where it is used, and what it lists declared once. */
  const components = new Map<string, Type>();
  const componentType = (name: string, schema: Schema): Type => {
    const type = components.get(name) ?? (isRecord(schema) ? { kind: 'model', name } : typeOf(schema, name));
    components.set(name, type);
    return type;
  };

  const typeOf = (schema: Schema, name: string): Type => {
    if (schema.$ref !== undefined) {
      const component = schema.$ref.replace('#/components/schemas/', '');
      const target = schemas[component];
      if (target === undefined) throw new Error(`${name}: there is no ${schema.$ref}.`);
      return componentType(component, target);
    }
    if (schema.oneOf !== undefined) return typeOf(merged(schema.oneOf, name), name);
    if (schema.type === 'array') return listOf(schema, name);
    if (schema.type === 'object') {
      addRecord(schema, name);
      return { kind: 'model', name };
    }
    if (schema.enum !== undefined || schema.const !== undefined) {
      add({ kind: 'enum', name, notes: [], values: schema.enum ?? [schema.const ?? ''] });
      return { kind: 'model', name };
    }
    switch (schema.type) {
      case 'string':
      case 'integer':
      case 'number':
      case 'boolean':
        return { kind: schema.type };
      default:
        throw new Error(`${name}: no model can be made of ${JSON.stringify(schema)}.`);
    }
  };

  const listOf = ({ items }: Schema, name: string): Type => {
    if (items === undefined) throw new Error(`${name}: a list of what?`);
    return { kind: 'list', of: typeOf(items, `${name}Item`) };
  };

  const addRecord = (schema: Schema, name: string) => {
    const record: RecordModel = { kind: 'record', name, notes: sentences(schema.description), fields: [] };
    // Before those that its fields need: a reader starts with the whole.
    add(record);
    for (const [field, declared] of Object.entries(schema.properties ?? {})) {
      const { inner, nullable } = withoutNull(declared);
      const required = schema.required?.includes(field) ?? false;
      if (nullable && !required) throw new Error(`${name}.${field} may be null and absent.`);
      record.fields.push({
        name: field,
        type: typeOf(inner, name + capitalized(field)),
        presence: nullable ? 'nullable' : required ? 'always' : 'optional',
        notes: [...sentences(declared.description), ...(inner.format === undefined ? [] : [`Format: ${inner.format}`])],
        deprecated: declared.deprecated ?? false,
      });
    }
  };

  for (const [name, schema] of Object.entries(schemas)) {
    if (isRecord(schema)) addRecord(schema, name);
    else componentType(name, schema);
  }
  return models;
}

function isRecord({ type, oneOf }: Schema): boolean {
  return type === 'object' && oneOf === undefined;
}

function requireNames({ paths }: Document): void {
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses = {} }] of Object.entries(operations)) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const unnamed = Object.values(content).some(({ schema }) => schema.$ref === undefined);
        if (unnamed) throw new Error(`${method} ${path}: the answer ${status} has no named schema.`);
      }
    }
  }
}

/** JSON Schema says it as `type: [X, 'null']` or as `anyOf: [X, null]`. */
function withoutNull(schema: Schema): { inner: Schema; nullable: boolean } {
  const { type, anyOf, ...rest } = schema;
  const choices = anyOf ?? (Array.isArray(type) ? type.map((each) => ({ ...rest, type: each })) : [schema]);
  const others = choices.filter((choice) => choice.type !== 'null');
  const [inner] = others;
  if (inner === undefined || others.length > 1) throw new Error(`A choice of several: ${JSON.stringify(schema)}.`);
  return { inner, nullable: others.length < choices.length };
}

/** What is not in all choices says of which it is a part, by the constant that tells them apart. */
function merged(choices: Schema[], name: string): Schema {
  const properties: Record<string, Schema> = {};
  for (const choice of choices) {
    if (choice.type !== 'object') throw new Error(`${name}: a choice of other things than records.`);
    for (const [field, schema] of Object.entries(choice.properties ?? {})) {
      const before = properties[field];
      properties[field] = before === undefined ? schema : mergedField(before, schema, `${name}.${field}`);
    }
  }
  for (const [field, schema] of Object.entries(properties)) {
    const having = choices.filter((choice) => choice.properties?.[field] !== undefined);
    if (having.length === choices.length) continue;
    const where = having.flatMap((choice) =>
      Object.entries(choice.properties ?? {}).flatMap(([tag, { const: value }]) =>
        value ? [`${tag} is ${value}`] : [],
      ),
    );
    const notes = [schema.description, `Where ${where.join(' or ')}`].filter((note) => note !== undefined);
    properties[field] = { ...schema, description: notes.join('\n') };
  }
  const required = Object.keys(properties).filter((field) =>
    choices.every((choice) => choice.required?.includes(field)),
  );
  return { type: 'object', properties, required };
}

function mergedField(one: Schema, other: Schema, name: string): Schema {
  const values = [one, other].map((schema) => schema.enum ?? (schema.const === undefined ? [] : [schema.const]));
  if (values.every(({ length }) => length > 0)) return { type: 'string', enum: [...new Set(values.flat())] };
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`${name} is another thing in each choice.`);
  return one;
}

function sentences(description: string | undefined): string[] {
  return description?.split('\n') ?? [];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
