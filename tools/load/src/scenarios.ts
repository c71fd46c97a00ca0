import { setTimeout as pause } from 'node:timers/promises';
import { startBottleneck, type Bottleneck } from './bottleneck.ts';
import { atLeast, atMost, type Claim } from './claim.ts';
import { askInTurns, offer, percentile, type Asked } from './offer.ts';
import { runBff, type RunningBff } from './run-bff.ts';

export interface Scenario {
  title: string;
  /** @param isShort plays some seconds only */
  play: (isShort: boolean) => Promise<Claim[]>;
}

/** Products enough for a different one in each request. */
const PRODUCTS = 20_000;
const SHORT_PRODUCTS = 3000;

/** One product after the other, in an order of chance. */
function pathsOf({ ids }: RunningBff): () => string {
  const shuffled = ids
    .map((id) => ({ id, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id);
  let next = 0;
  return () => `/products/${shuffled[next++ % shuffled.length] ?? ''}`;
}

const shareOf = (asked: Asked[], is: (one: Asked) => boolean) => asked.filter(is).length / asked.length;
/** Complete answers that were out before the load ended. */
const goodWithin = (asked: Asked[], seconds: number) =>
  asked.filter(({ complete, atMs, tookMs }) => complete && atMs + tookMs <= seconds * 1000).length;
const answeredMs = (asked: Asked[]) => asked.filter(({ status }) => status === 200).map(({ tookMs }) => tookMs);

function outage(kind: 'status' | 'hang'): Scenario {
  const fault = kind === 'status' ? { kind, status: 503 } : { kind };
  return {
    title: `pricing is out (${kind === 'status' ? 'answers 503' : 'hangs'})`,
    async play(isShort) {
      const web = await runBff('web-bff', { products: isShort ? SHORT_PRODUCTS : PRODUCTS });
      try {
        // The load rises in the moment in which the service goes out: neither may be taken for overload.
        await offer({ url: web.url, path: pathsOf(web), perSecond: 50, seconds: 1 });
        await web.countCalls('pricing');
        await web.setFaults('pricing', fault);
        const load = isShort ? { perSecond: 100, seconds: 4 } : { perSecond: 200, seconds: 60 };
        const asked = await offer({ url: web.url, path: pathsOf(web), ...load });
        const calls = await web.countCalls('pricing');
        return [
          atMost('calls of pricing a request', calls / asked.length, 1.1),
          atLeast(
            `answers of status 200${others(asked)}`,
            shareOf(asked, ({ status }) => status === 200) * 100,
            100,
            ' %',
          ),
          atMost('p99', percentile(answeredMs(asked), 0.99), 450, ' ms', true),
        ];
      } finally {
        await web.stop();
      }
    },
  };
}

const tail: Scenario = {
  title: 'one call of the catalog in a hundred takes a second longer',
  async play(isShort) {
    const web = await runBff('web-bff', { products: isShort ? SHORT_PRODUCTS : PRODUCTS });
    try {
      const usual = { catalog: 5, pricing: 8, inventory: 6, reviews: 12, recommendations: 15 };
      for (const [name, latencyMs] of Object.entries(usual)) {
        await web.setFaults(name as 'catalog', { kind: 'latency', latencyMs });
      }
      const path = pathsOf(web);
      // The first answers say how long a call usually takes.
      await offer({ url: web.url, path, perSecond: 100, seconds: isShort ? 2 : 5 });
      const [hedged, retried, called] = await callsSoFar(web);
      await web.setFaults(
        'catalog',
        { kind: 'latency', latencyMs: usual.catalog },
        { kind: 'latency', latencyMs: 1000, probability: 0.01 },
      );
      const asked = await offer({ url: web.url, path, perSecond: 100, seconds: isShort ? 4 : 60 });
      const [hedgedThen, retriedThen, calledThen] = await callsSoFar(web);
      const extra = hedgedThen - hedged + retriedThen - retried;
      const [p95, p99] = [percentile(answeredMs(asked), 0.95), percentile(answeredMs(asked), 0.99)];
      return [
        atMost(`p99, p95 being ${Math.round(p95)} ms`, p99 / p95, 2, ' × p95', true),
        atMost('extra calls of the catalog', (extra / (calledThen - called - extra)) * 100, 6, ' %'),
        atLeast(
          `answers of status 200${others(asked)}`,
          shareOf(asked, ({ status }) => status === 200) * 100,
          99.9,
          ' %',
          true,
        ),
      ];
    } finally {
      await web.stop();
    }
  },
};

/** How often another status than 200 was answered, in words. */
function others(asked: Asked[]): string {
  const counts = Map.groupBy(asked, ({ status }) => status);
  counts.delete(200);
  return Array.from(counts, ([status, all]) => `, ${status} ${all.length} times`).join('');
}

/** Second calls for being slow, for having failed, and all calls of the catalog. */
async function callsSoFar(web: RunningBff): Promise<[hedged: number, retried: number, called: number]> {
  const stats = (await (await fetch(`${web.serviceUrl('catalog')}/__stats`)).json()) as {
    calls: Record<string, number>;
  };
  const sums = await Promise.all(
    ['downstream_hedges_total', 'downstream_retries_total'].map((name) =>
      Promise.all(
        ['getProduct', 'getProducts'].map((operation) =>
          web.metric(`${name}{downstream="catalog",operation="${operation}"}`),
        ),
      ).then(([one = 0, many = 0]) => one + many),
    ),
  );
  return [sums[0] ?? 0, sums[1] ?? 0, Object.values(stats.calls).reduce((sum, count) => sum + count, 0)];
}

const overload: Scenario = {
  title: 'ten times as much is asked as the catalog can do',
  async play(isShort) {
    const deadlineMs = 1500;
    let bottleneck: Bottleneck | undefined;
    const mobile = await runBff('mobile-bff', {
      products: isShort ? SHORT_PRODUCTS : PRODUCTS,
      environment: { CACHE_MB: '0', DEADLINE_MS: String(deadlineMs) },
      beforeCatalog: async (target) => {
        bottleneck = await startBottleneck({ target, atOnce: 10, workMs: 50 });
        return bottleneck.url;
      },
    });
    try {
      const path = pathsOf(mobile);
      let peak = 0;
      for (const clients of isShort ? [16] : [8, 16, 32, 48]) {
        const seconds = isShort ? 2 : 4;
        const asked = await askInTurns({ url: mobile.url, path, clients, seconds });
        peak = Math.max(peak, goodWithin(asked, seconds) / seconds);
      }
      const seconds = isShort ? 3 : 20;
      const shedBefore = await fiveHundredThrees(mobile);
      const asked = await offer({ url: mobile.url, path, perSecond: 10 * peak, seconds });
      const after = await offer({ url: mobile.url, path, perSecond: 0.8 * peak, seconds: 6 });
      const shed = await fiveHundredThrees(mobile);
      const good = goodWithin(asked, seconds);
      const refused = asked.filter(({ status }) => status === 503);
      const accepted = asked.filter(({ status }) => status !== 503).map(({ tookMs }) => tookMs);
      const recovered = after.filter(({ atMs }) => atMs >= 2000);
      return [
        atLeast(
          `good answers, the peak being ${Math.round(peak)} a second`,
          good / seconds / peak,
          0.9,
          ' × peak',
          true,
        ),
        atMost('p99 of what was let in', percentile(accepted, 0.99), deadlineMs + 50, ' ms', true),
        atLeast('refused', refused.length, 1),
        atLeast(
          'refusals that say when to come back',
          shareOf(refused, ({ retryAfter }) => retryAfter) * 100,
          100,
          ' %',
        ),
        atLeast(
          'refusals within 5 ms of the service',
          ((shed.quick - shedBefore.quick) / (shed.all - shedBefore.all)) * 100,
          99,
          ' %',
          true,
        ),
        atMost('requests without an answer', asked.filter(({ status }) => status === 0).length, 0),
        atLeast('complete two seconds after it', shareOf(recovered, ({ complete }) => complete) * 100, 99, ' %', true),
      ];
    } finally {
      await mobile.stop();
      await bottleneck?.stop();
    }
  },
};

/** How many answers were 503 so far, and how many of those within 5 ms, by the service's own clock. */
async function fiveHundredThrees(bff: RunningBff): Promise<{ all: number; quick: number }> {
  const labels = 'route="/products/:productId",method="GET",status="503"';
  const [quick, all] = await Promise.all([
    bff.metric(`http_request_duration_seconds_bucket{le="0.005",${labels}}`),
    bff.metric(`http_request_duration_seconds_count{${labels}}`),
  ]);
  return { all, quick };
}

const flapping: Scenario = {
  title: 'pricing is out for half of each second',
  async play(isShort) {
    const web = await runBff('web-bff', { products: isShort ? SHORT_PRODUCTS : PRODUCTS });
    try {
      const path = pathsOf(web);
      const seconds = isShort ? 4 : 60;
      const flap = async () => {
        for (let second = 0; second < seconds; second += 1) {
          await web.setFaults('pricing', { kind: 'status', status: 503 });
          await pause(500);
          await web.setFaults('pricing');
          await pause(500);
        }
      };
      const [asked] = await Promise.all([offer({ url: web.url, path, perSecond: 100, seconds }), flap()]);
      const after = await offer({ url: web.url, path, perSecond: 50, seconds: 10 });
      const recovered = after.filter(({ atMs }) => atMs >= 7000);
      return [
        atMost('answers of status 5xx', asked.filter(({ status }) => status >= 500 || status === 0).length, 0),
        atLeast('complete within 7 s after it', shareOf(recovered, ({ complete }) => complete) * 100, 100, ' %'),
      ];
    } finally {
      await web.stop();
    }
  },
};

export const scenarios: Record<string, Scenario> = {
  'outage-503': outage('status'),
  'outage-hang': outage('hang'),
  tail,
  overload,
  flapping,
};
