import type { Metric, Registry } from 'prom-client';

/** One series of a metric: plain numbers, which a counter, a gauge and a histogram read in their own way. */
export class Series {
  total = 0;
  readonly bounds: readonly number[];
  readonly counts: number[];

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = new Array<number>(bounds.length + 1).fill(0);
  }

  add(value = 1): void {
    let bucket = 0;
    while (bucket < this.bounds.length && value > (this.bounds[bucket] as number)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] as number) + 1;
    this.total += value;
  }
}

/**
 * A metric that costs a few numbers on the hot path, and is put into Prometheus's words only when it is asked for.
 * @param labels their names, separated by spaces
 * @param bounds the largest value of each bucket, rising, of a histogram; else it is a counter (`…_total`) or a gauge
 * @returns the series of a set of labels (their values in order), always the same one: who keeps it need not look again
 */
export function createMetric(registry: Registry, name: string, help: string, labels = '', bounds: number[] = []) {
  const type = bounds.length > 0 ? 'histogram' : name.endsWith('_total') ? 'counter' : 'gauge';
  const all = new Map<string, Series>();
  const values = () =>
    [...all].flatMap(([key, series]) => {
      const texts = key.split('\n');
      const named = labels === '' ? [] : labels.split(' ').map((label, n) => [label, texts[n]]);
      return samplesOf(type, name, Object.fromEntries(named) as object, series);
    });
  const collected = { type, name, help, get: () => Promise.resolve({ type, name, help, values: values() }) };
  registry.registerMetric(collected as unknown as Metric);
  return (...of: string[]): Series => {
    const key = of.join('\n');
    let series = all.get(key);
    if (series === undefined) all.set(key, (series = new Series(bounds)));
    return series;
  };
}

function samplesOf(type: string, name: string, labels: object, { total, bounds, counts }: Series): object[] {
  if (type !== 'histogram') return [{ labels, value: total }];
  let count = 0;
  const buckets = counts.map((inBucket, n) => {
    count += inBucket;
    return { metricName: `${name}_bucket`, labels: { le: bounds[n] ?? '+Inf', ...labels }, value: count };
  });
  const whole = { _sum: total, _count: count };
  return [...buckets, ...Object.entries(whole).map(([end, value]) => ({ metricName: name + end, labels, value }))];
}
