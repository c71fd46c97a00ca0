import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../src/document.ts';
import { kotlinOf } from '../src/kotlin.ts';
import { modelsOf } from '../src/models.ts';
import { swiftOf } from '../src/swift.ts';

function modelsWith(schemas: Record<string, Schema>) {
  return modelsOf({ info: { title: 'shop' }, paths: {}, components: { schemas } });
}

const lamp: Schema = {
  type: 'object',
  required: ['id', 'brand', 'width'],
  properties: {
    id: { type: 'string' },
    brand: { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] },
    width: { type: ['integer', 'null'] },
    restockAt: { type: 'string', format: 'date-time' },
    colour: { type: 'string', enum: ['deep-red', 'in'], deprecated: true, description: 'Costs $5 */ "more"' },
  },
};
const kotlin = kotlinOf(modelsWith({ Lamp: lamp }), 'shop');
const swift = swiftOf(modelsWith({ Lamp: lamp }), 'shop');

describe('a field', () => {
  it('that is always sent has to be there, in Kotlin also where it may be null', () => {
    expect(kotlin).toContain('    val id: String,\n    val brand: LampBrand?,\n    val width: Long?,\n');
    expect(swift).toContain('    let id: String\n    let brand: LampBrand?\n    let width: Int64?\n');
  });

  it('that may be absent is null without being sent', () => {
    expect(kotlin).toContain('    val restockAt: String? = null,\n');
    expect(swift).toContain('    /// May be absent: nil then\n    let restockAt: String?\n');
  });

  it('may not be null and absent, which would be two meanings of one nil', () => {
    const both = { type: 'object', properties: { id: { type: ['string', 'null'] } } } satisfies Schema;
    expect(() => modelsWith({ Lamp: both })).toThrow('Lamp.id may be null and absent');
  });

  it('has its text neither end a comment nor be evaluated', () => {
    expect(kotlin).toContain('     * Costs $5 * / "more"\n');
    expect(kotlin).toContain('@Deprecated("Costs \\$5 */ \\"more\\"")');
    expect(swift).toContain('@available(*, deprecated, message: "Costs $5 */ \\"more\\"")');
  });
});

describe('an enum', () => {
  it('is open, though the contract has no unknown', () => {
    expect(kotlin).toContain('    DEEP_RED("deep-red"),\n    IN("in"),\n\n');
    expect(kotlin).toContain('?: UNKNOWN');
    expect(swift).toContain('    case deepRed = "deep-red"\n    case `in` = "in"\n');
    expect(swift).toContain('?? .unknown');
  });
});

describe('a choice between records', () => {
  const kept: Schema = {
    type: 'object',
    required: ['state'],
    properties: { state: { type: 'string', const: 'kept' } },
  };
  const lost: Schema = {
    type: 'object',
    required: ['state', 'why'],
    properties: { state: { type: 'string', const: 'lost' }, why: { type: 'string' } },
  };

  it('is one record that requires what all of them do, and tells where the rest is', () => {
    const [record, state] = modelsWith({ Fate: { oneOf: [kept, lost], type: 'object' } });
    expect(record).toMatchObject({
      name: 'Fate',
      fields: [
        { name: 'state', presence: 'always' },
        { name: 'why', presence: 'optional', notes: ['Where state is lost'] },
      ],
    });
    expect(state).toMatchObject({ name: 'FateState', values: ['kept', 'lost'] });
  });

  it('of records and other things is refused', () => {
    expect(() => modelsWith({ Fate: { oneOf: [kept, { type: 'string' }] } })).toThrow('other things than records');
  });

  it('in which one field is two things is refused', () => {
    const other: Schema = { type: 'object', properties: { why: { type: 'integer' } } };
    expect(() => modelsWith({ Fate: { oneOf: [lost, other] } })).toThrow('Fate.why is another thing');
  });
});

it('two parts that would have one name are refused', () => {
  const part: Schema = { type: 'object', properties: {} };
  const whole: Schema = { type: 'object', properties: { brand: part } };
  expect(() => modelsWith({ Lamp: whole, LampBrand: part })).toThrow('Two models would be called LampBrand');
});

it('an answer without a named schema is refused', () => {
  const content = { 'application/json': { schema: lamp } };
  const paths = { '/lamps': { get: { responses: { 200: { content } } } } };
  expect(() => modelsOf({ info: { title: 'shop' }, paths, components: { schemas: {} } })).toThrow(
    'get /lamps: the answer 200 has no named schema',
  );
});
