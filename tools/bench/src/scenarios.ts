import { bffNames, type BffName, type ServiceName } from '@product-bffs/start';
import { NOT_MODIFIED } from './baseline/constant.ts';
import { hotPaths, type SubjectName } from './subjects.ts';

/** How one subject is asked. */
export interface Cell {
  /** Unique in its scenario. */
  name: string;
  subject: SubjectName;
  /** A path that is asked again and again, or pieces around ids at random. */
  path: string | { before: string; ids: number };
  headers?: Record<string, string>;
  /** Sends the ETag of the path's answer as If-None-Match; every answer is then 304. */
  revalidates?: true;
  /** Asked as a user of the app, whose token was seen before. */
  signedIn?: true;
  /** Default: 200, or 304 where it revalidates. */
  status?: number;
}

/** What is measured in turn, so that its cells can be compared: the same minute, the same load. */
export interface Scenario {
  name: string;
  /** What it is about, for a reader. */
  title: string;
  connections: number;
  rounds: number;
  /** Load before a subject's first window: what has just started has to be compiled first. */
  firstSettleMs: number;
  /** How long a cell is measured in each round. */
  windowMs: number;
  latenciesMs?: Partial<Record<ServiceName, number>>;
  cells: Cell[];
}

/** How long the services take to answer where they are not at once. */
const slowServicesMs = { catalog: 5, pricing: 8, inventory: 6, reviews: 12, recommendations: 15 };

/** Below these no answer can be: the slowest call, and for web the recommendations first and then the slowest of the join. */
export const criticalPathMs: Record<BffName, number> = {
  'web-bff': slowServicesMs.recommendations + slowServicesMs.reviews,
  'mobile-bff': slowServicesMs.reviews,
  'partner-bff': slowServicesMs.pricing,
};

export const shortNames = { 'web-bff': 'web', 'mobile-bff': 'mobile', 'partner-bff': 'partner' } as const;

function warm(bff: BffName, rounds: number): Scenario {
  const path = hotPaths[bff];
  const cells: Cell[] = [
    { name: 'bare', subject: `bare ${bff}`, path },
    { name: 'ours', subject: `${bff} warm`, path },
    { name: 'ours, observed', subject: `${bff} observed`, path },
    { name: 'bare 304', subject: `bare ${bff}`, path: NOT_MODIFIED, status: 304 },
    { name: 'ours 304', subject: `${bff} warm`, path, revalidates: true },
    { name: 'ours, brotli', subject: `${bff} warm`, path, headers: { 'accept-encoding': 'br' } },
    ...(bff === 'mobile-bff'
      ? [{ name: 'ours, signed in', subject: `${bff} warm` as const, path, signedIn: true as const }]
      : []),
    ...(bff === 'web-bff'
      ? [
          { name: 'express', subject: `express ${bff}` as const, path },
          { name: 'naive, cached', subject: 'naive web-cached' as const, path },
        ]
      : []),
  ];
  const name = `${shortNames[bff]}-warm`;
  return { name, title: `${bff}, one product`, connections: 64, rounds, firstSettleMs: 4000, windowMs: 700, cells };
}

function cold(connections: number, services: 'fast' | 'slow', rounds: number): Scenario {
  const before = { 'web-bff': '/products/', 'mobile-bff': '/products/', 'partner-bff': '/2026-10/products/' };
  const cells = bffNames.flatMap((bff): Cell[] => {
    const short = shortNames[bff];
    const path = { before: before[bff], ids: 1 };
    return [
      { name: `naive ${short}`, subject: `naive ${short}`, path },
      { name: short, subject: `${bff} cold`, path },
    ];
  });
  const slow = services === 'slow';
  return {
    name: `cold-${connections}${slow ? '-slow' : ''}`,
    title: `different products, nothing kept, services ${slow ? 'at 5/8/6/12/15 ms' : 'at once'}`,
    connections,
    rounds,
    firstSettleMs: 4000,
    windowMs: 800,
    ...(slow && { latenciesMs: slowServicesMs }),
    cells,
  };
}

/** Those that promise something of CPU time come last: hundreds of requests pass before this much code is compiled. */
export const coldScenarios: readonly Scenario[] = [
  cold(64, 'slow', 1),
  cold(4, 'slow', 2),
  cold(64, 'fast', 3),
  cold(4, 'fast', 3),
];

const partnerList: Scenario = {
  name: 'partner-list',
  title: 'lists of 100 products, nothing kept',
  connections: 4,
  rounds: 3,
  firstSettleMs: 1500,
  windowMs: 1200,
  cells: (['naive partner', 'naive partner-batched', 'partner-bff cold'] as const).map((subject) => ({
    name: subject.replace('-bff cold', ''),
    subject,
    path: { before: '/2026-10/products?ids=', ids: 100 },
  })),
};

/** Everything that is measured under load, in this order. */
export const scenarios: readonly Scenario[] = [
  warm('web-bff', 5),
  warm('mobile-bff', 3),
  warm('partner-bff', 1),
  ...coldScenarios,
  partnerList,
];

/** The same in one short round: shows that it runs, not what it costs. */
export function quickened(scenario: Scenario): Scenario {
  return { ...scenario, rounds: 1, firstSettleMs: 300, windowMs: 300 };
}
