import type { RequestOptions } from './checked-api.ts';

/** A request that is to be refused, and how. */
export interface BadRequest extends RequestOptions {
  /** What is wrong with it. */
  named: string;
  method?: string;
  path: string;
  status: number;
  /** Of a 400: the places that the problem names, as "query locale". */
  places?: string[];
}

/**
 * What every service refuses in the same way.
 * @param path a path that would be answered with 200
 */
export function commonBadRequests(path: string): BadRequest[] {
  const query = (more: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`;
  const body = (type: string, text: string) => ({ headers: { 'content-type': type }, body: text });
  return [
    { named: 'an unknown locale', path: query('locale=en-US'), status: 400, places: ['query locale'] },
    { named: 'a locale in another case', path: query('locale=de-de'), status: 400, places: ['query locale'] },
    { named: 'an empty locale', path: query('locale='), status: 400, places: ['query locale'] },
    { named: 'two locales', path: query('locale=de-DE&locale=fr-FR'), status: 400, places: ['query locale'] },
    { named: 'an unknown currency', path: query('currency=CHF'), status: 400, places: ['query currency'] },
    { named: 'a currency in lower case', path: query('currency=eur'), status: 400, places: ['query currency'] },
    { named: 'a nested currency', path: query('currency[code]=EUR'), status: 400, places: ['query currency[code]'] },
    { named: 'an unknown parameter', path: query('colour=red'), status: 400, places: ['query colour'] },
    { named: 'a parameter named __proto__', path: query('__proto__=1'), status: 400, places: ['query __proto__'] },
    {
      named: 'three faults at once',
      path: query('locale=xx&currency=XXX&colour=red'),
      status: 400,
      places: ['query locale', 'query currency', 'query colour'],
    },
    { named: 'a path that is not there', path: '/nothing/here', status: 404 },
    { named: 'the root', path: '/', status: 404 },
    { named: 'a malformed percent-encoding', path: path.replace(/[^/?]+(\?|$)/, '%E0%A4%A$1'), status: 400 },
    { named: 'POST', method: 'POST', path, status: 405 },
    {
      named: 'POST with a form',
      method: 'POST',
      path,
      status: 405,
      ...body('application/x-www-form-urlencoded', 'a=1'),
    },
    { named: 'PUT with JSON', method: 'PUT', path, status: 405, ...body('application/json', '{}') },
    { named: 'PATCH', method: 'PATCH', path, status: 405 },
    { named: 'DELETE', method: 'DELETE', path, status: 405 },
    { named: 'OPTIONS', method: 'OPTIONS', path, status: 405 },
    { named: 'an Accept without JSON', path, status: 406, headers: { accept: 'text/html' } },
    { named: 'an Accept that refuses JSON', path, status: 406, headers: { accept: 'application/json;q=0' } },
    { named: 'a malformed Accept', path, status: 406, headers: { accept: '///' } },
    { named: 'a body of XML', path, status: 415, ...body('text/xml', '<a/>') },
    { named: 'a body in an unknown charset', path, status: 415, ...body('application/json; charset=utf-99', '{}') },
    {
      named: 'a body in an unknown content encoding',
      path,
      status: 415,
      headers: { 'content-type': 'application/json', 'content-encoding': 'snappy' },
      body: '{}',
    },
    {
      named: 'a body that is not JSON',
      path,
      status: 400,
      places: ['body body'],
      ...body('application/json', '{"a":'),
    },
    { named: 'a body of 200 kB', path, status: 413, ...body('application/json', JSON.stringify('x'.repeat(200_000))) },
  ];
}

/** Ids that are none, as a path segment. */
export const badIds: [named: string, segment: string][] = [
  ['upper case', 'Lamp'],
  ['a blank', 'a%20lamp'],
  ['an underscore', 'a_lamp'],
  ['65 characters', 'a'.repeat(65)],
  ['a leading hyphen', '-lamp'],
  ['a path inside', '..%2Flamp'],
  ['a null byte', 'lamp%00'],
  ['a letter that only looks alike', 'l%D0%B0mp'],
  ['markup', '%3Cscript%3E'],
  ['an encoded query', 'lamp%3Fids=1'],
];
