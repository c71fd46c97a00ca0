import type { Level } from '../src/change.ts';
import type { Json } from '../src/json.ts';

/** A schema as mutations handle it: whatever is in it is there, or the mutation fails. */
export interface Schema {
  type?: string | string[];
  properties: Record<string, Schema>;
  required: string[];
  enum: Json[];
  items: Schema;
  oneOf: Schema[];
  [keyword: string]: unknown;
}

interface Value {
  schema: Schema;
  required?: boolean;
  [keyword: string]: unknown;
}

interface Parameter extends Value {
  in: string;
  name: string;
}

interface Response {
  headers: Record<string, Value | { $ref: string }>;
  content: Record<string, Value>;
}

interface Operation {
  parameters: Parameter[];
  requestBody: { content: Record<string, Value>; required?: boolean };
  responses: Record<string, Response>;
  [keyword: string]: unknown;
}

interface Document {
  info: Record<string, unknown>;
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
  components: {
    schemas: Record<string, Schema>;
    headers: Record<string, Value>;
    securitySchemes: Record<string, Record<string, unknown>>;
  };
  [keyword: string]: unknown;
}

/** Handles into one copy of the base document. */
export function partsOf(document: Document) {
  const { schemas } = document.components;
  const [product, problem] = [schemas['Product']!, schemas['Problem']!];
  const [exportRequest, exportJob] = [schemas['ExportRequest']!, schemas['ExportJob']!];
  const getProduct = document.paths['/2026-10/products/{productId}']!['get']!;
  const startExport = document.paths['/2026-10/exports']!['post']!;
  return {
    document,
    schemas,
    product,
    price: product.properties['price']!,
    availability: product.properties['availability']!,
    problem,
    exportRequest,
    exportJob,
    branches: exportJob.properties['outcome']!.oneOf,
    getProduct,
    startExport,
    parameter: (name: string) => getProduct.parameters.find((parameter) => parameter.name === name)!,
    answer: getProduct.responses['200']!,
    started: startExport.responses['202']!,
  };
}

type Mutate = (parts: ReturnType<typeof partsOf>) => void;

export interface Mutation {
  name: string;
  side: 'response' | 'request' | 'document';
  expected: Level;
  mutate: Mutate;
}

const table = (side: Mutation['side'], expected: Level, mutations: Record<string, Mutate>): Mutation[] =>
  Object.entries(mutations).map(([name, mutate]) => ({ name, side, expected, mutate }));

const text = (): Schema => ({ type: 'string' }) as Schema;
const value = (): Value => ({ schema: text() });
const rename = (record: Record<string, unknown>, from: string, to: string) => {
  record[to] = record[from];
  drop(record, from);
};
/** Fails where there is nothing to drop, so that no mutation changes nothing. */
const drop = (record: object, name: string) => {
  if (!(name in record)) throw new Error(`There is no ${name}`);
  Reflect.deleteProperty(record, name);
};
const remove = (list: unknown[], entry: unknown) => {
  if (!list.includes(entry)) throw new Error(`There is no ${String(entry)}`);
  list.splice(list.indexOf(entry), 1);
};
const wayWith = (document: Document, scheme: string) => document.security.find((way) => scheme in way)!;
const reversed = (node: unknown): unknown =>
  typeof node !== 'object' || node === null || Array.isArray(node)
    ? node
    : Object.fromEntries(
        Object.entries(node)
          .toReversed()
          .map(([name, child]) => [name, reversed(child)]),
      );

export const mutations: Mutation[] = [
  ...table('response', 'breaking', {
    requiredFieldRemoved: ({ product }) => {
      drop(product.properties, 'sku');
      remove(product.required, 'sku');
    },
    optionalFieldRemoved: ({ price }) => drop(price.properties, 'validUntil'),
    fieldRenamed: ({ product }) => {
      rename(product.properties, 'sku', 'articleNumber');
      product.required = product.required.map((name) => (name === 'sku' ? 'articleNumber' : name));
    },
    fieldOfListItemRemoved: ({ price }) => drop(price.properties['tiers']!.items.properties, 'amountMinor'),
    fieldNoLongerRequired: ({ availability }) => remove(availability.required, 'status'),
    fieldAddedToClosedObject: ({ exportJob }) => (exportJob.properties['expiresAt'] = text()),
    closedObjectOpened: ({ exportJob }) => drop(exportJob, 'additionalProperties'),
    enumValueGained: ({ product }) => product.properties['status']!.enum.push('archived'),
    enumValueReplaced: ({ product }) => (product.properties['status']!.enum = ['active', 'ended', 'unknown']),
    enumOpened: ({ product }) => drop(product.properties['status']!, 'enum'),
    enumOfSharedProblemGained: ({ problem }) => problem.properties['code']!.enum.push('teapot'),
    typeChanged: ({ price }) => (price.properties['taxIncluded']!.type = 'string'),
    typeGone: ({ product }) => drop(product.properties['sku']!, 'type'),
    integerBecameNumber: ({ price }) => (price.properties['currentMinor']!.type = 'number'),
    objectBecameList: ({ product, price }) => (product.properties['price'] = { type: 'array', items: price } as Schema),
    becameNullable: ({ product }) => (product.properties['sku']!.type = ['string', 'null']),
    objectBecameNullable: ({ product, price }) =>
      (product.properties['price'] = { anyOf: [price, { type: 'null' }] } as unknown as Schema),
    formatChanged: ({ price }) => (price.properties['validUntil']!['format'] = 'date'),
    formatGone: ({ price }) => drop(price.properties['validUntil']!, 'format'),
    patternChanged: ({ product }) => (product.properties['id']!['pattern'] = '^[a-z0-9][a-z0-9_-]{0,63}$'),
    textBecameBase64: ({ product }) => (product.properties['sku']!['contentEncoding'] = 'base64'),
    textBecameHtml: ({ product }) => (product.properties['sku']!['contentMediaType'] = 'text/html'),
    patternGone: ({ product }) => drop(product.properties['id']!, 'pattern'),
    upperBoundRaised: ({ exportJob }) =>
      (exportJob.properties['note'] = { type: ['string', 'null'], maxLength: 500 } as unknown as Schema),
    upperBoundGone: ({ price }) => drop(price.properties['currentMinor']!, 'maximum'),
    lowerBoundLowered: ({ price }) => (price.properties['currentMinor']!['minimum'] = -1),
    boundOfListItemsLowered: ({ price }) => {
      const quantity = price.properties['tiers']!.items.properties['minQuantity']!;
      // Where another change has spelt the bound inclusive, this one would lower nothing.
      drop(quantity, 'exclusiveMinimum');
      quantity['exclusiveMinimum'] = -1;
    },
    longerList: ({ branches }) => (branches[1]!.properties['parts']!['maxItems'] = 100),
    emptyList: ({ branches }) => drop(branches[1]!.properties['parts']!, 'minItems'),
    alternativeGained: ({ branches }) =>
      branches.push({ type: 'object', properties: { state: { const: 'failed' } }, required: ['state'] } as never),
    alternativeRenamed: ({ branches }) => (branches[1]!.properties['state']!['const'] = 'finished'),
    fieldOfAlternativeRemoved: ({ branches }) => drop(branches[1]!.properties, 'parts'),
    oneBecameOneOfTwo: ({ product }) =>
      (product.properties['sku'] = { anyOf: [text(), { type: 'integer' }] } as unknown as Schema),
    discriminatorMoved: ({ exportJob }) =>
      (exportJob.properties['outcome']!['discriminator'] = { propertyName: 'kind' }),
    keywordThatNoRuleKnows: ({ product }) => (product['dependentRequired'] = { gtin: ['sku'] }),
    headerRemoved: ({ answer }) => drop(answer.headers, 'etag'),
    headerNoLongerRequired: ({ document }) => drop(document.components.headers['etag']!, 'required'),
    typeOfHeaderChanged: ({ document }) => (document.components.headers['retry-after']!.schema.type = 'integer'),
    statusRemoved: ({ getProduct }) => drop(getProduct.responses, '304'),
    errorStatusRemoved: ({ getProduct }) => drop(getProduct.responses, '404'),
    successStatusGained: ({ startExport, started }) => (startExport.responses['200'] = started),
    redirectGained: ({ getProduct }) => (getProduct.responses['307'] = { headers: {}, content: {} }),
    mediaTypeOfAnswerRemoved: ({ answer }) => drop(answer.content, 'application/json'),
    mediaTypeOfAnswerChanged: ({ answer }) => rename(answer.content, 'application/json', 'application/hal+json'),
  }),
  ...table('response', 'noticeable', {
    errorStatusGained: ({ getProduct }) => (getProduct.responses['451'] = getProduct.responses['404']!),
  }),
  ...table('response', 'additive', {
    fieldAddedToOpenObject: ({ product }) => (product.properties['brand'] = text()),
    requiredFieldAddedToOpenObject: ({ product }) => {
      product.properties['brand'] = text();
      product.required.push('brand');
    },
    fieldOfAlternativeAdded: ({ branches }) => (branches[0]!.properties['step'] = text()),
    fieldBecameRequired: ({ price }) => price.required.push('validUntil'),
    openObjectClosed: ({ price }) => (price['additionalProperties'] = false),
    enumValueLost: ({ product }) => remove(product.properties['status']!.enum, 'discontinued'),
    textBecameEnum: ({ product }) => (product.properties['sku']!.enum = ['A', 'B']),
    numberBecameInteger: ({ branches }) => (branches[0]!.properties['progress']!.type = 'integer'),
    lostNull: ({ product }) => (product.properties['gtin']!.type = 'string'),
    formatSet: ({ product }) => (product.properties['sku']!['format'] = 'uuid'),
    patternSet: ({ product }) => (product.properties['sku']!['pattern'] = '^[A-Z]+$'),
    upperBoundLowered: ({ price }) => (price.properties['currentMinor']!['maximum'] = 1_000_000),
    lowerBoundRaised: ({ price }) => (price.properties['currentMinor']!['minimum'] = 1),
    shorterList: ({ branches }) => (branches[1]!.properties['parts']!['maxItems'] = 10),
    alternativeLost: ({ branches }) => branches.pop(),
    headerAdded: ({ answer }) => (answer.headers['x-cost'] = value()),
    headerBecameRequired: ({ answer }) => ((answer.headers['vary'] as Value).required = true),
    mediaTypeOfAnswerAdded: ({ answer }) => (answer.content['application/x-ndjson'] = value()),
  }),
  ...table('request', 'breaking', {
    parameterRemoved: ({ getProduct, parameter }) => remove(getProduct.parameters, parameter('currency')),
    parameterRenamed: ({ parameter }) => (parameter('currency').name = 'cur'),
    parameterMovedToHeader: ({ parameter }) => (parameter('currency').in = 'header'),
    requiredParameterAdded: ({ getProduct }) =>
      getProduct.parameters.push({ in: 'query', name: 'market', required: true, ...value() }),
    parameterBecameRequired: ({ parameter }) => (parameter('locale').required = true),
    parameterWrittenOtherwise: ({ parameter }) => (parameter('locale')['style'] = 'pipeDelimited'),
    enumValueOfParameterLost: ({ parameter }) => remove(parameter('locale').schema.enum, 'ja-JP'),
    parameterBecameEnum: ({ parameter }) => (parameter('accept-language').schema.enum = ['en', 'de']),
    patternOfParameterChanged: ({ parameter }) => (parameter('productId').schema['pattern'] = '^[a-z]+$'),
    patternOfParameterSet: ({ parameter }) => (parameter('if-none-match').schema['pattern'] = '^".*"$'),
    typeOfParameterChanged: ({ parameter }) => (parameter('if-none-match').schema.type = 'integer'),
    defaultChanged: ({ parameter }) => (parameter('currency').schema['default'] = 'EUR'),
    defaultOfParameterRemoved: ({ parameter }) => drop(parameter('currency').schema, 'default'),
    defaultOfBodyChanged: ({ exportRequest }) => (exportRequest.properties['pageSize']!['default'] = 500),
    requiredFieldAddedToBody: ({ exportRequest }) => {
      exportRequest.properties['market'] = text();
      exportRequest.required.push('market');
    },
    fieldOfBodyBecameRequired: ({ exportRequest }) => exportRequest.required.push('since'),
    fieldOfBodyRemoved: ({ exportRequest }) => drop(exportRequest.properties, 'label'),
    fieldOfBodyRenamed: ({ exportRequest }) => rename(exportRequest.properties, 'since', 'after'),
    fieldOfOpenBodyRemoved: ({ exportRequest }) => {
      drop(exportRequest.properties, 'label');
      drop(exportRequest, 'additionalProperties');
    },
    enumValueOfBodyLost: ({ exportRequest }) => remove(exportRequest.properties['format']!.enum, 'csv'),
    nullOfBodyLost: ({ exportRequest }) => (exportRequest.properties['label']!.type = 'string'),
    formatOfBodyChanged: ({ exportRequest }) => (exportRequest.properties['since']!['format'] = 'date'),
    textOfBodyBecameBase64: ({ exportRequest }) => (exportRequest.properties['label']!['contentEncoding'] = 'base64'),
    formatOfBodySet: ({ exportRequest }) => (exportRequest.properties['label']!['format'] = 'uuid'),
    upperBoundOfBodyLowered: ({ exportRequest }) => (exportRequest.properties['pageSize']!['maximum'] = 200),
    lowerBoundOfBodyRaised: ({ exportRequest }) => (exportRequest.properties['pageSize']!['minimum'] = 10),
    textOfBodyShorter: ({ exportRequest }) => (exportRequest.properties['label']!['maxLength'] = 20),
    listOfBodyShorter: ({ exportRequest }) => (exportRequest.properties['ids']!['maxItems'] = 50),
    listOfBodyWithoutDuplicates: ({ exportRequest }) => (exportRequest.properties['ids']!['uniqueItems'] = true),
    onlyMultiplesInBody: ({ exportRequest }) => (exportRequest.properties['pageSize']!['multipleOf'] = 10),
    patternOfListItemChanged: ({ exportRequest }) =>
      (exportRequest.properties['ids']!.items['pattern'] = '^[a-z0-9-]{1,64}$'),
    bodyRemoved: ({ startExport }) => drop(startExport, 'requestBody'),
    requiredBodyAdded: ({ getProduct, startExport }) =>
      (getProduct.requestBody = { ...startExport.requestBody, required: true }),
    mediaTypeOfBodyRemoved: ({ startExport }) =>
      rename(startExport.requestBody.content, 'application/json', 'application/cbor'),
  }),
  ...table('request', 'noticeable', {
    defaultSet: ({ parameter }) => (parameter('locale').schema['default'] = 'en-GB'),
  }),
  ...table('request', 'additive', {
    optionalParameterAdded: ({ getProduct }) => getProduct.parameters.push({ in: 'query', name: 'market', ...value() }),
    enumValueOfParameterGained: ({ parameter }) => parameter('currency').schema.enum.push('CHF'),
    parameterOpened: ({ parameter }) => drop(parameter('locale').schema, 'enum'),
    optionalFieldAddedToBody: ({ exportRequest }) => (exportRequest.properties['market'] = text()),
    fieldOfBodyNoLongerRequired: ({ exportRequest }) => remove(exportRequest.required, 'format'),
    enumValueOfBodyGained: ({ exportRequest }) => exportRequest.properties['format']!.enum.push('parquet'),
    nullOfBodyGained: ({ exportRequest }) => (exportRequest.properties['since']!.type = ['string', 'null']),
    formatOfBodyGone: ({ exportRequest }) => drop(exportRequest.properties['since']!, 'format'),
    upperBoundOfBodyRaised: ({ exportRequest }) => (exportRequest.properties['pageSize']!['maximum'] = 1000),
    lowerBoundOfBodyGone: ({ exportRequest }) => drop(exportRequest.properties['label']!, 'minLength'),
    listOfBodyLonger: ({ exportRequest }) => (exportRequest.properties['ids']!['maxItems'] = 1000),
    closedBodyOpened: ({ exportRequest }) => drop(exportRequest, 'additionalProperties'),
    integerOfBodyBecameNumber: ({ exportRequest }) => (exportRequest.properties['pageSize']!.type = 'number'),
    bodyBecameOptional: ({ startExport }) => drop(startExport.requestBody, 'required'),
    mediaTypeOfBodyAdded: ({ startExport }) => (startExport.requestBody.content['application/cbor'] = value()),
  }),
  ...table('document', 'breaking', {
    pathRemoved: ({ document }) => drop(document.paths, '/2026-10/exports'),
    pathRenamed: ({ document }) => rename(document.paths, '/2026-10/exports', '/2026-10/export-jobs'),
    methodRemoved: ({ document }) => {
      const item = document.paths['/2026-10/exports']!;
      item['put'] = item['post']!;
      drop(item, 'post');
    },
    operationRenamed: ({ getProduct }) => (getProduct['operationId'] = 'readProduct'),
    scopeAdded: ({ document }) => wayWith(document, 'token')['token']!.push('prices:read'),
    wayOfSigningInRemoved: ({ document }) => document.security.shift(),
    secondCredentialAsked: ({ document }) => (wayWith(document, 'apiKey')['token'] = []),
    keySentElsewhere: ({ document }) => (document.components.securitySchemes['apiKey']!['name'] = 'api-key'),
    operationSecured: ({ getProduct }) => (getProduct['security'] = [{ token: ['admin'] }]),
    serverMoved: ({ document }) => (document.servers = [{ url: 'https://elsewhere.example' }]),
    webhookAdded: ({ document }) => (document['webhooks'] = { changed: { post: { responses: {} } } }),
  }),
  ...table('document', 'additive', {
    pathAdded: ({ document, getProduct }) =>
      (document.paths['/2026-10/bundles'] = { get: { ...getProduct, operationId: 'getBundles', parameters: [] } }),
    methodAdded: ({ document, getProduct }) =>
      (document.paths['/2026-10/exports']!['get'] = { ...getProduct, operationId: 'getExports', parameters: [] }),
    wayOfSigningInAdded: ({ document }) => document.security.push({ mutual: [] }),
    scopeNoLongerAsked: ({ document }) => (wayWith(document, 'token')['token'] = []),
    openToAnybody: ({ getProduct }) => (getProduct['security'] = []),
    securitySchemeAdded: ({ document }) => (document.components.securitySchemes['basic'] = { type: 'mutualTLS' }),
    serverAdded: ({ document }) => document.servers.push({ url: 'https://eu.example' }),
  }),
  ...table('document', 'neutral', {
    textsChanged: ({ document, product, getProduct }) => {
      document.info['description'] = 'Other words';
      document.info['version'] = '2026-10.1';
      product.properties['price']!.properties['currentMinor']!['description'] = 'Other words';
      getProduct['summary'] = 'Other words';
    },
    examplesChanged: ({ parameter }) => (parameter('currency').schema['examples'] = ['JPY']),
    markedDeprecated: ({ getProduct }) => (getProduct['deprecated'] = true),
    extensionAdded: ({ product }) => (product['x-owner'] = 'catalogue'),
    tagsChanged: ({ document, getProduct }) => {
      document['tags'] = [{ name: 'records' }];
      getProduct['tags'] = ['records'];
    },
    namesReordered: ({ document }) => Object.assign(document, { paths: reversed(document.paths) }),
    fieldsReordered: ({ document }) => Object.assign(document, { components: reversed(document.components) }),
    enumReordered: ({ product }) => product.properties['status']!.enum.reverse(),
    requiredReordered: ({ product }) => product.required.reverse(),
    parametersReordered: ({ getProduct }) => getProduct.parameters.reverse(),
    waysOfSigningInReordered: ({ document }) => document.security.reverse(),
    referenceWrittenOut: ({ answer, product }) => (answer.content['application/json']!.schema = product),
    componentRenamed: ({ document, schemas }) => {
      const renamed = JSON.stringify(document).replaceAll(
        '#/components/schemas/Product"',
        '#/components/schemas/Item"',
      );
      Object.assign(document, JSON.parse(renamed));
      rename(document.components.schemas, 'Product', 'Item');
      if (document.components.schemas === schemas) throw new Error('The copy is not a copy');
    },
    componentExtracted: ({ schemas, product, price }) => {
      schemas['Price'] = price;
      product.properties['price'] = { $ref: '#/components/schemas/Price' } as unknown as Schema;
    },
    unusedComponentAdded: ({ schemas }) => (schemas['Unused'] = text()),
    parameterSharedByPath: ({ document, getProduct, parameter }) => {
      const shared = parameter('productId');
      remove(getProduct.parameters, shared);
      document.paths['/2026-10/products/{productId}']!.parameters = [shared];
    },
    securityWrittenAtOperation: ({ document, getProduct }) => (getProduct['security'] = document.security),
    headerInCapitals: ({ answer }) => rename(answer.headers, 'etag', 'ETag'),
    parameterInCapitals: ({ parameter }) => (parameter('if-none-match').name = 'If-None-Match'),
    nullSpeltAsAlternative: ({ product }) =>
      (product.properties['gtin'] = { anyOf: [{ type: 'string' }, { type: 'null' }] } as unknown as Schema),
    constSpeltAsEnum: ({ branches }) => {
      drop(branches[0]!.properties['state']!, 'const');
      branches[0]!.properties['state']!.enum = ['running'];
    },
    boundSpeltInclusive: ({ price }) => {
      const quantity = price.properties['tiers']!.items.properties['minQuantity']!;
      drop(quantity, 'exclusiveMinimum');
      quantity['minimum'] = 1;
    },
    opennessSpeltOut: ({ price }) => (price['additionalProperties'] = true),
    singleAllOf: ({ product, price }) => (product.properties['price'] = { allOf: [price] } as unknown as Schema),
  }),
];
