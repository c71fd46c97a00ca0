import type { Express } from 'express';
import supertest from 'supertest';
import type { z } from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { checkAnswer, type Answer } from './check-answer.ts';

export interface RequestOptions {
  headers?: Record<string, string>;
  body?: string;
}

/** The only way in which component tests reach an app. */
export interface CheckedApi {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
}

/**
 * An app over real HTTP, whose every answer is held against its contract: an undocumented status, header or field, or a
 * missing one, fails the test.
 * @param ofRefusals headers that an answer to what no operation describes may have beside those of any
 */
export function checkedApi(app: Express, contract: ZodOpenApiObject, ofRefusals?: z.ZodRawShape): CheckedApi {
  const request: CheckedApi['request'] = async (method, path, { headers = {}, body } = {}) => {
    const verb = verbs[method];
    if (verb === undefined) throw new Error(`checkedApi does not know the method ${method}`);
    // Bytes as they are sent, unless a test asks for a coding: supertest would ask for one and decode it unseen.
    const sent = { 'accept-encoding': 'identity', ...headers };
    const test = supertest(app)[verb](path).set(sent).redirects(0).buffer(true).parse(bytes);
    const answered = await (body === undefined ? test : test.serialize(String).send(body));
    const answer: Answer = {
      method,
      path,
      status: answered.status,
      headers: answered.headers,
      bytes: Buffer.isBuffer(answered.body) ? answered.body : Buffer.alloc(0),
    };
    checkAnswer(answer, contract, ofRefusals);
    return answer;
  };
  return { request, get: (path, headers) => request('GET', path, headers && { headers }) };
}

const verbs: Record<string, 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options'> = {
  GET: 'get',
  HEAD: 'head',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
  OPTIONS: 'options',
};

type Parser = Parameters<supertest.Test['parse']>[0];

const bytes: Parser = (res, done) => {
  const chunks: Buffer[] = [];
  res.on('data', (chunk: Buffer) => chunks.push(chunk));
  res.on('end', () => done(null, Buffer.concat(chunks)));
};
