import { expect, it } from '@jest/globals';
import { collectingLogger } from '../test/log-lines.ts';

it('writes a line of JSON with time, level and the name of the service', () => {
  const { logger, lines } = collectingLogger();
  logger.info({ requestId: 'r' }, 'request');
  expect(lines).toEqual([
    {
      level: 'info',
      name: 'tiny',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      requestId: 'r',
      msg: 'request',
    },
  ]);
});

it('leaves out what is below its level', () => {
  const { logger, lines } = collectingLogger('warn');
  logger.info('not said');
  logger.warn('said');
  expect(lines.map(({ msg }) => msg)).toEqual(['said']);
});

it('writes name, message and stack of an error, and none of its properties', () => {
  const { logger, lines } = collectingLogger();
  const error = Object.assign(new TypeError('a bug'), {
    config: { headers: { authorization: 'Bearer secret-token' } },
    response: { data: 'secret-body' },
  });
  logger.error({ err: error }, 'internal error');
  expect(lines[0]).toMatchObject({
    err: { type: 'TypeError', message: 'a bug', stack: expect.stringContaining('TypeError: a bug') },
  });
  expect(JSON.stringify(lines)).not.toContain('secret');
});
