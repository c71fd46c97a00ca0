type TypeName = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** As much of a JSON Schema as the models for apps are made of. */
export interface Schema {
  $ref?: string;
  type?: TypeName | TypeName[];
  description?: string;
  deprecated?: boolean;
  format?: string;
  enum?: string[];
  const?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** As much of an OpenAPI 3.1 document. */
export interface Document {
  info: { title: string };
  paths: Record<
    string,
    Record<string, { responses?: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}
