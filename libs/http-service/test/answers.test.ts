import { describe, expect, it } from '@jest/globals';
import { fresh, missing, type Section } from '@product-bffs/composition';
import fc from 'fast-check';
import { actFor, createAnswers, requestContext } from '../src/index.ts';
import { eventually, jsonOf, startTiny, type Answer } from './tiny.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
const lifetime = { softMs: 5000, hardMs: 60_000, staleWhileRevalidate: false };
const padding = 'A lamp that lights a page and leaves the room alone. '.repeat(40);

interface Shown {
  id: string;
  version: number;
  softUntil: number;
}

/** A service that answers with what it knows of a thing, whose versions change as a test says. */
async function serving(options: { maxBytes?: number; timing?: boolean; random?: () => number } = {}) {
  const world = {
    now: start,
    versions: new Map<string, number>(),
    section: (id: string): Section<unknown> => fresh({ id }, lifetime, world.now),
    /** Holds every composition that began, until the test lets it go. */
    gate: Promise.resolve(),
    begun: 0,
    composed: 0,
    presented: 0,
    subject: undefined as string | undefined,
    told: [] as { kind: string; ageMs: number }[],
    counted: 0,
  };
  const answers = createAnswers({
    maxBytes: 1 << 20,
    telemetry: {
      onAnswer: (answer) => world.told.push(answer),
      sectionCounters: () => () => (world.counted += 1),
    },
    clock: () => world.now,
    random: () => 0, // Nothing is made anew before its end.
    ...options,
  });
  const tiny = await startTiny((app) => {
    app.get('/things/:id{/:variant}', (req, res) => {
      const { id, variant } = req.params;
      if (world.subject !== undefined) actFor(req, world.subject);
      return answers.send(req, res, {
        key: ['thing', id, variant],
        compose: async (context) => {
          const { sources, timings } = context;
          sources.add(`things:${id}`);
          timings.push({ name: 'things.get', ms: 12.34, detail: 'service' }, { name: 'things.get', ms: 2 });
          const version = world.versions.get(id) ?? 0;
          const thing = world.section(id);
          world.begun += 1;
          await world.gate;
          world.composed += 1;
          return { thing, version: { ...fresh(version, lifetime, world.now), softUntil: Infinity } };
        },
        sectionsOf: ({ thing }) => [{ thing }],
        present: ({ thing, version }) => {
          world.presented += 1;
          const softUntil = thing.state === 'missing' ? null : thing.softUntil;
          return { id, version: version.value, softUntil, padding };
        },
      });
    });
    app.get('/unkept', (req, res) =>
      answers.send(req, res, {
        compose: () => Promise.resolve({ thing: fresh(1, lifetime, world.now) }),
        present: () => ({ presented: (world.presented += 1) }),
      }),
    );
    app.get('/no-store', (req, res) =>
      answers.send(req, res, {
        key: ['no-store'],
        compose: () => Promise.resolve({ thing: world.section('lamp') }),
        present: () => ({ presented: (world.presented += 1) }),
        noStore: true,
      }),
    );
  });
  const get = (headers: Record<string, string> = {}, method = 'GET', path = '/things/lamp') =>
    tiny.send(path, { method, headers });
  const change = (id: string) => {
    world.versions.set(id, (world.versions.get(id) ?? 0) + 1);
    answers.evict(`things:${id}`);
  };
  return { world, answers, tiny, get, change };
}

const others = (count: number) => Array.from({ length: count }, (_, n) => `things:other-${n}`);

const shownBy = (answer: Answer) => jsonOf(answer) as unknown as Shown;

describe('an answer that was made before', () => {
  it('is sent as it was until its soonest section ends, to the millisecond', async () => {
    const { world, get } = await serving();
    const first = await get();
    world.now = start + 4999;
    const second = await get();
    expect([second.body, second.headers.etag, world.composed]).toEqual([first.body, first.headers.etag, 1]);
    world.now = start + 5000;
    expect(shownBy(await get()).softUntil).toBe(start + 10_000);
    expect(world.composed).toBe(2);
  });

  it.each([
    [0, 'max-age=5', 'max-age=5', '0'],
    [1, 'max-age=4', 'max-age=4', '0'],
    [1000, 'max-age=4', 'max-age=5', '1'],
    [3500, 'max-age=1', 'max-age=4', '3'],
    [4999, 'max-age=0', 'max-age=4', '4'],
  ])('after %d ms tells the time that is left', async (passedMs, browser, cdn, age) => {
    const { world, get } = await serving();
    await get();
    world.now = start + passedMs;
    const { headers } = await get();
    const whenStale = `stale-while-revalidate=0, stale-if-error=${Math.floor((60_000 - passedMs) / 1000)}`;
    expect(headers['cache-control']).toBe(`public, ${browser}, ${whenStale}`);
    expect(headers['cdn-cache-control']).toBe(`public, ${cdn}, ${whenStale}`);
    expect(headers['age']).toBe(age);
  });

  it('ends when something that it was made of is announced as changed, and others stay', async () => {
    const { world, get, change } = await serving();
    const [before] = [await get(), await get({}, 'GET', '/things/other')];
    change('lamp');
    const after = await get();
    expect([shownBy(before).version, shownBy(after).version]).toEqual([0, 1]);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    await get({}, 'GET', '/things/other');
    expect(world.composed).toBe(3);
  });

  it('ends with every other one that was made of the same, whenever each was made', async () => {
    const { world, get, change } = await serving();
    await get();
    world.now = start + 3000;
    const [path, other] = ['/things/lamp', '/things/lamp/small'];
    await get({}, 'GET', other);
    world.now = start + 5000;
    await get({}, 'GET', path);
    change('lamp');
    for (const one of [path, other]) expect(shownBy(await get({}, 'GET', one)).version).toBe(1);
  });

  it('ends with all others when nobody knows what changed', async () => {
    const { world, answers, get } = await serving();
    await get();
    answers.evict(undefined);
    await get();
    expect(world.composed).toBe(2);
  });

  it('tells how it came about, how old it is, and counts its sections each time', async () => {
    const { world, get } = await serving();
    const { headers } = await get();
    world.now = start + 1234;
    await get();
    await get({ 'if-none-match': String(headers.etag) });
    expect(world.told).toEqual([
      { kind: 'composed', ageMs: 0 },
      { kind: 'stored', ageMs: 1234 },
      { kind: 'not-modified', ageMs: 1234 },
    ]);
    expect(world.counted).toBe(3);
  });
});

describe('an answer whose end is near', () => {
  it('is made anew once, for nobody who waits, and sent as it was meanwhile: in any coding', async () => {
    const { world, get } = await serving({ random: () => 1 });
    const made = await get({ 'accept-encoding': 'identity' });
    world.now = start + 4499;
    await get({ 'accept-encoding': 'identity' });
    expect(world.begun).toBe(1);
    let open: () => void = () => undefined;
    world.gate = new Promise((resolve) => (open = resolve));
    world.now = start + 4500;
    for (const coding of ['gzip', 'gzip', 'br', 'identity', 'gzip']) {
      const { headers, status } = await get({ 'accept-encoding': coding });
      expect([status, headers['age']]).toEqual([200, '4']);
      expect(world.begun).toBe(2);
    }
    expect((await get({ 'accept-encoding': 'identity' })).body).toBe(made.body);
    open();
    await eventually(() => world.presented === 2);
    world.now = start + 5000;
    expect(shownBy(await get({ 'accept-encoding': 'identity' })).softUntil).toBe(start + 9500);
    expect(world.begun).toBe(2);
  });
});

describe('an answer is never kept', () => {
  it.each<[string, (now: number) => Section<unknown>]>([
    ['a section is missing', () => missing('timeout')],
    ['a section is stale', (now) => ({ ...fresh(1, lifetime, now), state: 'stale' })],
    ['a section has ended meanwhile', (now) => fresh(1, lifetime, now - 5000)],
  ])('where %s', async (_why, section) => {
    const { world, get } = await serving();
    world.section = () => section(world.now);
    for (const composed of [1, 2]) {
      expect((await get()).status).toBe(200);
      expect(world.composed).toBe(composed);
    }
  });

  it('and is for no cache where a section is missing: no Age, nothing for a CDN', async () => {
    const { world, get } = await serving();
    world.section = () => missing('timeout');
    const { headers } = await get();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('age');
    expect(headers).not.toHaveProperty('cdn-cache-control');
  });

  it('where what it was made of changed while it was composed', async () => {
    const { world, get, change } = await serving();
    let open: () => void = () => undefined;
    world.gate = new Promise((resolve) => (open = resolve));
    const slow = get();
    await eventually(() => world.begun === 1);
    change('lamp');
    open();
    expect(shownBy(await slow).version).toBe(0);
    expect(shownBy(await get()).version).toBe(1);
    await get();
    expect(world.composed).toBe(2);
  });

  it.each([
    ['where everything was announced as changed', 2, [undefined]],
    ['where what it was made of changed, and much else since', 2, ['things:lamp', ...others(10_001)]],
    ['but is where only other things changed, however many,', 1, others(10_001)],
  ])('%s while it was composed', async (_what, composed, changed) => {
    const { world, answers, get } = await serving();
    let open: () => void = () => undefined;
    world.gate = new Promise((resolve) => (open = resolve));
    const slow = get();
    await eventually(() => world.begun === 1);
    changed.forEach(answers.evict);
    open();
    await slow;
    for (let n = 0; n < 2; n += 1) await get();
    expect(world.composed).toBe(composed);
  });

  it('that is for one reader, this once; caches are told so, however fresh it is', async () => {
    const { world, get } = await serving();
    for (const presented of [1, 2]) {
      const answer = await get({}, 'GET', '/no-store');
      expect(jsonOf(answer)).toEqual({ presented });
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect([answer.headers['cdn-cache-control'], answer.headers.age]).toEqual([undefined, undefined]);
    }
    expect(world.told.map(({ kind }) => kind)).toEqual(['composed', 'composed']);
  });

  it('without a key, nor where nothing may be kept', async () => {
    const { world, get } = await serving();
    for (const presented of [1, 2]) expect(jsonOf(await get({}, 'GET', '/unkept'))).toEqual({ presented });
    expect(world.told.map(({ kind }) => kind)).toEqual(['composed', 'composed']);
    const nothing = await serving({ maxBytes: 0 });
    const { headers } = await nothing.get();
    expect((await nothing.get({ 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect(nothing.world.composed).toBe(2);
  });

  it('nor taken from what was kept for others, where it belongs to one subject', async () => {
    const { world, get } = await serving();
    const shared = await get();
    world.subject = 'ana';
    const own = await get();
    expect(world.composed).toBe(2);
    expect(own.headers['cache-control']).toMatch(/^private, max-age=/);
    expect(own.headers).not.toHaveProperty('cdn-cache-control');
    world.subject = undefined;
    expect((await get()).headers['cache-control']).toBe(shared.headers['cache-control']);
    expect(world.composed).toBe(2);
  });
});

it('is kept for each subject alone', async () => {
  const { world, get } = await serving();
  for (const subject of ['ana', 'ben', 'ana"', undefined, 'ana', 'ben', 'ana"', undefined]) {
    world.subject = subject;
    const { headers } = await get();
    expect(headers['cache-control']).toMatch(subject === undefined ? /^public/ : /^private/);
    expect('cdn-cache-control' in headers).toBe(subject === undefined);
  }
  expect(world.composed).toBe(4);
});

it('is nobody else’s once something was asked for nobody', async () => {
  const tiny = await startTiny((app) => {
    app.get('/late', (req) => {
      requestContext(req);
      actFor(req, 'ana');
    });
  });
  expect((await tiny.send('/late')).status).toBe(500);
});

it('is composed for each of a thousand who ask at once, and presented for all of them once', async () => {
  const { world, get } = await serving();
  let open: () => void = () => undefined;
  world.gate = new Promise((resolve) => (open = resolve));
  const all = Array.from({ length: 1000 }, () => get());
  await eventually(() => world.begun === 1000);
  open();
  const etags = new Set((await Promise.all(all)).map(({ headers }) => headers.etag));
  expect([etags.size, world.presented]).toEqual([1, 1]);
});

describe('a coding', () => {
  it.each([
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['br', 'br'],
  ])('%s has an ETag of its own, which GET and HEAD answer with 304 from then on', async (accepted, coding) => {
    const { world, get } = await serving();
    const others = ['identity', 'gzip', 'br'].filter((other) => other !== accepted);
    const first = await get({ 'accept-encoding': accepted });
    const etag = String(first.headers.etag);
    expect(first.headers['content-encoding']).toBe(coding);
    expect(first.headers.vary).toBe('Accept-Encoding');
    for (const method of ['GET', 'HEAD']) {
      const asked = (tags: string, coded = accepted) =>
        get({ 'accept-encoding': coded, 'if-none-match': tags }, method);
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const { status, body, headers } = await asked(tags);
        expect([status, body]).toEqual([304, '']);
        const repeated = ['cache-control', 'cdn-cache-control', 'vary', 'etag', 'content-language', 'age'];
        for (const name of repeated) expect([name, headers[name]]).toEqual([name, first.headers[name]]);
        expect(headers).not.toHaveProperty('content-encoding');
      }
      for (const other of others) expect((await asked(etag, other)).status).toBe(200);
      expect((await asked('"other"')).headers['content-length']).toBe(first.headers['content-length']);
    }
    expect(world.composed).toBe(1);
  });

  it('is made for small answers by nobody, and they do not vary by it', async () => {
    const { get } = await serving();
    const { headers } = await get({ 'accept-encoding': 'br, gzip' }, 'GET', '/unkept');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('vary');
  });
});

describe('what is kept', () => {
  const things = Array.from({ length: 20 }, (_, n) => `/things/t${n}`);
  const composedAgain = async (maxBytes: number, acceptEncoding: string) => {
    const { world, get } = await serving({ maxBytes });
    for (const path of things) await get({ 'accept-encoding': acceptEncoding }, 'GET', path);
    for (const path of things.toReversed()) await get({ 'accept-encoding': acceptEncoding }, 'GET', path);
    return world.composed - things.length;
  };
  /** Of one thing: its bytes, and what is reckoned for the rest. */
  const oneBytes = padding.length + 2000;

  it('stays within the bytes it may take: the ones that nobody asked for longest go first', async () => {
    expect(await composedAgain(20 * oneBytes, 'identity')).toBe(0);
    expect(await composedAgain(10 * oneBytes, 'identity')).toBeGreaterThanOrEqual(9);
    expect(await composedAgain(100, 'identity')).toBe(20);
  });

  it('weighs every coding', async () => {
    const small = await serving({ maxBytes: oneBytes - 100 });
    await small.get({ 'accept-encoding': 'identity' });
    await small.get({ 'accept-encoding': 'identity' });
    expect(small.world.composed).toBe(1);
    for (const coding of ['gzip', 'br', 'identity']) await small.get({ 'accept-encoding': coding });
    expect(small.world.composed).toBe(2);
  });
});

describe('Server-Timing', () => {
  it('tells what an answer waited for, each name once, and that it was stored', async () => {
    const { get } = await serving({ timing: true });
    const dur = /dur=\d+\.\d/.source;
    const timingOf = async () => String((await get()).headers['server-timing']);
    expect(await timingOf()).toMatch(new RegExp(`^total;${dur}, things\\.get;dur=12\\.3;desc=service$`));
    expect(await timingOf()).toMatch(new RegExp(`^total;${dur}, answer;desc=stored$`));
  });

  it('is absent otherwise, as in production', async () => {
    const { get } = await serving();
    expect((await get()).headers).not.toHaveProperty('server-timing');
  });
});

it('in whatever order things happen, sends nothing that ended or was announced as changed before it was asked for', async () => {
  const { world, get, change } = await serving();
  const ids = ['lamp', 'desk'];
  const id = fc.constantFrom(...ids);
  const step = fc.integer({ min: 0, max: 6000 });
  const command = fc.oneof(
    fc.record({ kind: fc.constant('send' as const), id }),
    fc.record({ kind: fc.constant('step' as const), ms: step }),
    fc.record({ kind: fc.constant('change' as const), id }),
    fc.record({ kind: fc.constant('send slowly' as const), id, meanwhile: fc.option(id), ms: step }),
  );
  const held = (answer: Answer, versionAsked: number, askedAt: number) => {
    const { version, softUntil } = shownBy(answer);
    expect(version).toBeGreaterThanOrEqual(versionAsked);
    expect(softUntil).toBeGreaterThan(askedAt);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
      for (const one of commands) {
        if (one.kind === 'step') world.now += one.ms;
        else if (one.kind === 'change') change(one.id);
        else {
          const asked = [world.versions.get(one.id) ?? 0, world.now] as const;
          let open: () => void = () => undefined;
          const { begun } = world;
          if (one.kind === 'send slowly') world.gate = new Promise((resolve) => (open = resolve));
          const sent = get({}, 'GET', `/things/${one.id}`);
          const answered = sent.then(() => true);
          if (one.kind === 'send slowly') {
            let isOut = false;
            void answered.then(() => (isOut = true));
            await eventually(() => isOut || world.begun > begun);
            if (one.meanwhile !== null) change(one.meanwhile);
            world.now += one.ms;
            open();
          }
          held(await sent, ...asked);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
