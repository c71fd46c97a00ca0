import { expect, it } from '@jest/globals';
import { Problem, problemBody, problems, problemSchema, problemType, type ProblemCode } from './problem.ts';

it.each(Object.keys(problems) as ProblemCode[])('%s is a problem as its schema has it', (code) => {
  const problem = new Problem(code, {
    detail: 'What happened.',
    errors: [{ in: 'query', name: 'ids', code: 'too_big', detail: 'must be at most 100 ids' }],
  });
  const body = problemBody(problem, 'https://problems.example', 'request-1');
  expect(problemSchema.parse(body)).toEqual({
    type: `https://problems.example/${code}`,
    title: problems[code].title,
    status: problems[code].status,
    detail: 'What happened.',
    code,
    requestId: 'request-1',
    errors: [{ in: 'query', name: 'ids', code: 'too_big', detail: 'must be at most 100 ids' }],
  });
});

it('has no errors where nothing of the request is wrong', () => {
  const body = problemBody(new Problem('not-found', { detail: 'Gone.' }), 'https://problems.example', 'r');
  expect(body).not.toHaveProperty('errors');
});

it.each([
  ['https://problems.example', 'https://problems.example/not-found'],
  ['https://problems.example/', 'https://problems.example/not-found'],
  ['https://docs.example/problems', 'https://docs.example/problems/not-found'],
])('below %s, not-found is of the type %s', (base, type) => {
  expect(problemType(base, 'not-found')).toBe(type);
});

it('has a title of its own for every code, where several share a status', () => {
  const titles = Object.values(problems).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
