import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childTraceparent, newTrace, parseTraceparent } from './trace-context.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parentId = 'b7ad6b7169203331';
const zeros = (count: number) => '0'.repeat(count);

describe('a traceparent', () => {
  it.each([
    ['sampled', `00-${traceId}-${parentId}-01`, '01'],
    ['not sampled', `00-${traceId}-${parentId}-00`, '00'],
    ['with flags that nobody has defined yet', `00-${traceId}-${parentId}-ff`, 'ff'],
    ['of a later version', `cc-${traceId}-${parentId}-01`, '01'],
    ['of a later version, with more to it', `cc-${traceId}-${parentId}-01-what-the-future-holds`, '01'],
    ['of a later version, with an empty more', `01-${traceId}-${parentId}-01-`, '01'],
  ])('that is valid is believed: %s', (_what, header, flags) => {
    expect(parseTraceparent(header)).toEqual({ traceId, flags });
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['of version ff', `ff-${traceId}-${parentId}-01`],
    ['of version 00 with more to it', `00-${traceId}-${parentId}-01-more`],
    ['of version 00 with a hyphen at its end', `00-${traceId}-${parentId}-01-`],
    ['of a later version with more and no hyphen', `cc-${traceId}-${parentId}-01.more`],
    ['with a trace id of zeros', `00-${zeros(32)}-${parentId}-01`],
    ['with a parent id of zeros', `00-${traceId}-${zeros(16)}-01`],
    ['in upper case', `00-${traceId.toUpperCase()}-${parentId}-01`],
    ['with a parent id in upper case', `00-${traceId}-${parentId.toUpperCase()}-01`],
    ['with a version in upper case', `CC-${traceId}-${parentId}-01`],
    ['with letters beyond hex', `00-${traceId.replace('c', 'g')}-${parentId}-01`],
    ['with a trace id that is too short', `00-${traceId.slice(1)}-${parentId}-01`],
    ['with a trace id that is too long', `00-${traceId}0-${parentId}-01`],
    ['with a parent id that is too short', `00-${traceId}-${parentId.slice(1)}-01`],
    ['with flags of one digit', `00-${traceId}-${parentId}-1`],
    ['without flags', `00-${traceId}-${parentId}`],
    ['with a version of one digit', `0-${traceId}-${parentId}-01`],
    ['with white space around it', ` 00-${traceId}-${parentId}-01 `],
    ['twice, as Node joins repeated headers', `00-${traceId}-${parentId}-01, 00-${traceId}-${parentId}-01`],
    ['with underscores', `00_${traceId}_${parentId}_01`],
  ])('that is not is ignored: %s', (_what, header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('of any text is never more than an id and flags in lower-case hex', () => {
    const hexish = fc.string({ unit: fc.constantFrom('0', 'a', 'F', 'g', '-'), maxLength: 70 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), hexish), (header) => {
        const trace = parseTraceparent(header);
        if (trace !== undefined) expect(`${trace.traceId} ${trace.flags}`).toMatch(/^[0-9a-f]{32} [0-9a-f]{2}$/);
      }),
    );
  });
});

describe('a call of a downstream', () => {
  it('belongs to the trace, with a span of its own', () => {
    const trace = { traceId, flags: '00' };
    const [first, second] = [childTraceparent(trace), childTraceparent(trace)];
    expect(first).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(second).not.toBe(first);
    expect(parseTraceparent(first)).toEqual(trace);
  });

  it('of a request without a trace begins one that is sampled', () => {
    const trace = newTrace();
    expect(parseTraceparent(childTraceparent(trace))).toEqual(trace);
    expect(trace.flags).toBe('01');
    expect(newTrace().traceId).not.toBe(trace.traceId);
  });
});
