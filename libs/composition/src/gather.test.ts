import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watch } from '../test/watch.ts';
import { Deadline } from './deadline.ts';
import { ClientGone, DeadlineExceeded, NotFound, SectionFailure } from './failures.ts';
import { gather, optional, optionalBatch, required, requiredBatch, requiredOrNone, type Batch } from './gather.ts';
import { fresh, missing, type KnownSection, type MissingReason, type Section } from './section.ts';

class Broken extends SectionFailure {
  override readonly name = 'Broken';
  readonly reason: MissingReason;

  constructor(reason: MissingReason = 'unavailable') {
    super('broken');
    this.reason = reason;
  }
}

const lifetime = { softMs: 30_000, hardMs: 300_000, staleWhileRevalidate: true };
const known = <T>(value: T): KnownSection<T> => fresh(value, lifetime, 0);
const soon = <T>(value: T): Promise<KnownSection<T>> => Promise.resolve(known(value));
const later = async <T>(ms: number, value: T): Promise<KnownSection<T>> => {
  await pause(ms);
  return known(value);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const forever = () => new Promise<never>(() => undefined);
const failing = (error: Error): Promise<never> => Promise.reject(error);

const within = (budgetMs = 1000, sectionLimitMs?: number) => new Deadline({ budgetMs, sectionLimitMs });
const passMs = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('gathers sections under their names', async () => {
  const stale: KnownSection<string> = { ...known('reviews'), state: 'stale' };
  const sections = await gather(within(), {
    product: required(soon('lamp')),
    price: requiredOrNone(soon(7450)),
    reviews: optional(Promise.resolve(stale)),
  });
  expect(sections).toEqual({ product: known('lamp'), price: known(7450), reviews: stale });
});

it('waits for all at once, not for one after the other', async () => {
  const sections = {
    product: required(later(80, 'lamp')),
    price: requiredOrNone(later(80, 1)),
    reviews: optional(later(80, [])),
  };
  const outcome = watch(gather(within(), sections));
  await passMs(79);
  expect(outcome()).toBe('pending');
  await passMs(1);
  expect(outcome()).toEqual({ product: known('lamp'), price: known(1), reviews: known([]) });
});

describe('a required section', () => {
  it('fails the answer with its own failure, whatever else is still under way', async () => {
    const failure = new Broken();
    const sections = { reviews: optional(forever()), price: required(forever()), product: required(failing(failure)) };
    await expect(gather(within(), sections)).rejects.toBe(failure);
  });

  it('that says there is no such thing fails the answer with NotFound', async () => {
    await expect(gather(within(), { product: required(soon(null)) })).rejects.toThrow(NotFound);
    await expect(gather(within(), { product: required(soon(undefined)) })).rejects.toThrow(NotFound);
  });

  it.each([0, '', false, []])('that is %j is a value, not nothing', async (value) => {
    expect(await gather(within(), { product: required(soon(value)) })).toEqual({ product: known(value) });
  });

  it.each([
    ['required', required],
    ['requiredOrNone', requiredOrNone],
  ])('(%s) is waited for until the deadline, even when its call ignores the signal', async (_name, kind) => {
    const outcome = watch(gather(within(800, 400), { product: kind<string>(forever()) }));
    await passMs(799);
    expect(outcome()).toBe('pending');
    await passMs(1);
    expect(outcome()).toBeInstanceOf(DeadlineExceeded);
  });

  it('may come behind the section limit', async () => {
    const outcome = watch(gather(within(800, 400), { product: required(later(700, 'lamp')) }));
    await passMs(700);
    expect(outcome()).toEqual({ product: known('lamp') });
  });

  it('lets a bug through as it is', async () => {
    const bug = new TypeError('a bug');
    await expect(gather(within(), { product: required(failing(bug)) })).rejects.toBe(bug);
  });
});

it('lets "there is none" through where that is an answer too, and no failure', async () => {
  expect(await gather(within(), { price: requiredOrNone(soon(null)) })).toEqual({ price: known(null) });
  const failure = new Broken();
  await expect(gather(within(), { price: requiredOrNone(failing(failure)) })).rejects.toBe(failure);
});

describe('an optional section', () => {
  it.each<MissingReason>(['unavailable', 'timeout', 'invalid'])(
    'that is %s is missing for that reason',
    async (reason) => {
      const sections = await gather(within(), { reviews: optional(failing(new Broken(reason))) });
      expect(sections).toEqual({ reviews: missing(reason) });
    },
  );

  it('that is none is fresh, not missing', async () => {
    expect(await gather(within(), { price: optional(soon(null)) })).toEqual({ price: known(null) });
  });

  it.each([new TypeError('a bug'), new NotFound('of something else'), new ClientGone('left')])(
    'does not forgive what is no failure of a service: %s',
    async (error) => {
      await expect(gather(within(), { reviews: optional(failing(error)) })).rejects.toBe(error);
    },
  );

  it('is given up at the section limit, and the answer waits for nothing else', async () => {
    const sections = {
      product: required(soon('lamp')),
      price: optional(later(399, 1)),
      reviews: optional(forever()),
      related: optional(later(401, 'too late')),
    };
    const outcome = watch(gather(within(800, 400), sections));
    await passMs(399);
    expect(outcome()).toBe('pending');
    await passMs(1);
    expect(outcome()).toEqual({
      product: known('lamp'),
      price: known(1),
      reviews: missing('timeout'),
      related: missing('timeout'),
    });
  });

  it('is data before a deadline shorter than the limit, so that the answer still goes out', async () => {
    const sections = { product: required(soon('lamp')), reviews: optional(forever()) };
    const outcome = watch(gather(within(300, 400), sections));
    await passMs(280);
    expect(outcome()).toEqual({ product: known('lamp'), reviews: missing('timeout') });
  });
});

describe('a batch', () => {
  const batch: Batch<string | null> = new Map<string, Section<string | null>>([
    ['lamp', known('a lamp')],
    ['shade', missing('invalid')],
    ['ghost', known(null)],
  ]);

  it.each([
    ['required', () => requiredBatch(Promise.resolve(batch))],
    ['optional', () => optionalBatch(['lamp', 'shade', 'ghost'], Promise.resolve(batch))],
  ])('that is %s is handed on with what each of its ids came to', async (_name, pendingBatch) => {
    expect((await gather(within(), { stocks: pendingBatch() })).stocks).toEqual(batch);
  });

  it('that is required fails the answer when it fails as a whole', async () => {
    const failure = new Broken();
    await expect(gather(within(), { products: requiredBatch(failing(failure)) })).rejects.toBe(failure);
    const outcome = watch(gather(within(), { products: requiredBatch(forever()) }));
    await passMs(1000);
    expect(outcome()).toBeInstanceOf(DeadlineExceeded);
  });

  it('that is optional is missing for every id when it fails as a whole', async () => {
    const sections = {
      prices: optionalBatch(['lamp', 'shade'], failing(new Broken('invalid'))),
      stocks: optionalBatch(['lamp'], forever()),
    };
    const outcome = watch(gather(within(800, 400), sections));
    await passMs(400);
    const gone = (reason: MissingReason, ...ids: string[]) => new Map(ids.map((id) => [id, missing(reason)]));
    expect(outcome()).toEqual({ prices: gone('invalid', 'lamp', 'shade'), stocks: gone('timeout', 'lamp') });
  });

  it('that is optional does not forgive a bug', async () => {
    const bug = new RangeError('a bug');
    await expect(gather(within(), { prices: optionalBatch(['lamp'], failing(bug)) })).rejects.toBe(bug);
  });
});

it('leaves no rejection unhandled when others fail after the one that failed the answer', async () => {
  jest.useRealTimers();
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const failLater = async (): Promise<never> => {
    await pause(20);
    throw new Broken();
  };
  const deadline = within(10);
  const gathered = gather(deadline, {
    product: required(failing(new Broken())),
    price: required(failLater()),
    reviews: optional(failLater()),
    stocks: optionalBatch(['lamp'], failLater()),
  });
  await expect(gathered).rejects.toThrow(Broken);
  // Started, failed, and never waited for.
  optional(failing(new Broken()));
  await pause(60);
  process.off('unhandledRejection', note);
  deadline.end();
  expect(unhandled).toEqual([]);
});
