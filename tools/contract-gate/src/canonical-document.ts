import { asSet, canonicalSchema } from './canonical-schema.ts';
import { isObject, listAt, objectAt, without, type Json, type JsonObject } from './json.ts';
import { referenced } from './pointer.ts';

/** What people read and no client acts on. */
const texts = new Set(
  'description summary title example examples externalDocs tags deprecated $comment termsOfService'.split(' '),
);

/** Objects whose names are data: a field called `title` is no title. */
const namesAreData = new Set(
  (
    'properties patternProperties dependentSchemas paths responses headers content callbacks securitySchemes schemas ' +
    'mapping variables encoding links'
  ).split(' '),
);

/** Keywords that hold values, not descriptions of values. */
const holdsValues = new Set(['default', 'enum', 'const', 'required', 'type']);

const isSchemaPlace =
  /^(schema|items|additionalProperties|propertyNames|not|contains|if|then|else|properties|anyOf|oneOf|allOf|patternProperties|prefixItems|dependentSchemas|schemas)$/;
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * The document in one spelling for all that mean the same: without texts, references written out (but where a schema
 * holds itself), schemas in one spelling, parameters, security and servers at each operation, names of headers in small
 * letters, everything in order. Two documents promise the same where these are equal.
 */
export function canonicalDocument(document: JsonObject): JsonObject {
  const { security = [], servers = [{ url: '/' }] } = document;
  const rest = without(document, 'info', 'security', 'servers', 'components');
  const written = objectAt(writtenOut({ rest }, document, []) as JsonObject, 'rest');
  const securitySchemes = writtenOut(objectAt(objectAt(document, 'components'), 'securitySchemes'), document, [], true);
  const recursive = recursiveSchemas(written, document);
  const paths = Object.entries(objectAt(written, 'paths')).map(([path, item]) => [
    path,
    isObject(item) ? canonicalPath(item, { security, servers }) : item,
  ]);
  return sorted({
    ...written,
    // What the OpenAPI specification requires, so that other tools take the document.
    info: { title: '', version: '' },
    paths: Object.fromEntries(paths) as JsonObject,
    components: {
      securitySchemes: withoutScopeTexts(securitySchemes),
      ...(Object.keys(recursive).length > 0 && { schemas: recursive }),
    },
  }) as JsonObject;
}

/** Schemas that hold themselves: references to them are left. */
function recursiveSchemas(written: JsonObject, document: JsonObject): JsonObject {
  const text = JSON.stringify(written);
  const schemas = Object.entries(objectAt(objectAt(document, 'components'), 'schemas'));
  return Object.fromEntries(
    schemas
      .map(([name, schema]) => ({ name, schema, reference: `#/components/schemas/${name}` }))
      .filter(({ reference }) => text.includes(`{"$ref":${JSON.stringify(reference)}}`))
      .map(({ name, schema, reference }) => [name, writtenOut(schema, document, [reference], false, true)]),
  );
}

function writtenOut(node: Json, document: JsonObject, inside: string[], areData = false, isSchema = false): Json {
  if (Array.isArray(node)) return node.map((child) => writtenOut(child, document, inside, false, isSchema));
  if (!isObject(node)) return node;
  if (!areData && typeof node['$ref'] === 'string') {
    const { $ref: reference, ...siblings } = node;
    if (inside.includes(reference)) return { $ref: reference };
    const target = writtenOut(referenced(document, reference), document, [...inside, reference], false, isSchema);
    const beside = writtenOut(siblings, document, inside, false, isSchema);
    if (!isObject(target) || !isObject(beside) || Object.keys(beside).length === 0) return target;
    return canonicalSchema({ allOf: [target], ...beside });
  }
  const kept = Object.entries(node)
    .filter(([name]) => areData || !(texts.has(name) || name.startsWith('x-')))
    .map(([name, child]): [string, Json] => {
      if (!areData && holdsValues.has(name)) return [name, child];
      const childIsSchema = areData ? isSchema : isSchemaPlace.test(name);
      return [name, writtenOut(child, document, inside, !areData && namesAreData.has(name), childIsSchema)];
    });
  const plain: JsonObject = Object.fromEntries<Json>(kept);
  return isSchema && !areData ? canonicalSchema(plain) : plain;
}

function canonicalPath(item: JsonObject, root: { security: Json; servers: Json }): JsonObject {
  const { servers = root.servers } = item;
  const operations = Object.entries(without(item, 'parameters', 'servers')).map(
    ([method, operation]): [string, Json] => {
      if (!methods.includes(method) || !isObject(operation)) return [method, operation];
      const own = listAt(operation, 'parameters').map(canonicalParameter);
      const shared = listAt(item, 'parameters').map(canonicalParameter);
      const parameters = new Map([...shared, ...own].map((parameter) => [parameterName(parameter), parameter]));
      return [
        method,
        {
          servers,
          ...operation,
          security: canonicalSecurity(operation['security'] ?? root.security),
          parameters: [...parameters].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value),
          responses: Object.fromEntries(
            Object.entries(objectAt(operation, 'responses')).map(([status, response]) => [
              status,
              canonicalResponse(response),
            ]),
          ),
        },
      ];
    },
  );
  return Object.fromEntries(operations);
}

/** What tells a parameter from the others of its operation. */
export function parameterName(parameter: JsonObject): string {
  const { in: place, name } = parameter;
  if (typeof place !== 'string' || typeof name !== 'string') throw new Error('A parameter has no name');
  return `${place}:${name}`;
}

function canonicalParameter(parameter: Json): JsonObject {
  if (!isObject(parameter) || typeof parameter['name'] !== 'string') throw new Error('A parameter has no name');
  const { in: place, name, required } = parameter;
  return {
    ...without(parameter, 'required'),
    name: place === 'header' ? name.toLowerCase() : name,
    ...(required === true && { required }),
  };
}

/** No requirement is the same as one of nothing. */
function canonicalSecurity(requirements: Json): Json[] {
  const ways = (Array.isArray(requirements) ? requirements : [])
    .filter(isObject)
    .map((way) => sorted(Object.fromEntries(Object.keys(way).map((scheme) => [scheme, asSet(listAt(way, scheme))]))));
  return ways.length === 0 ? [{}] : asSet(ways);
}

function canonicalResponse(response: Json): Json {
  if (!isObject(response)) return response;
  const headers = Object.entries(objectAt(response, 'headers')).map(([name, header]) => [name.toLowerCase(), header]);
  return { description: '', ...response, headers: Object.fromEntries(headers) as JsonObject };
}

/** A scope's name counts, its description does not. */
function withoutScopeTexts(node: Json): Json {
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [
      name,
      name === 'scopes' && isObject(child)
        ? Object.fromEntries(Object.keys(child).map((scope) => [scope, '']))
        : withoutScopeTexts(child),
    ]),
  );
}

function sorted(node: Json): Json {
  if (Array.isArray(node)) return node.map(sorted);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.keys(node)
      .toSorted()
      .map((name) => [name, sorted(node[name] ?? null)]),
  );
}
