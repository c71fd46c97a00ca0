import {
  freePortOffset,
  startChild,
  systemProcesses,
  whenReady,
  type BffName,
  type Child,
  type Exit,
  type ProcessesOptions,
  type ServiceName,
} from '@product-bffs/start';

type Name = ServiceName | BffName | 'identity';

/** The five services, the identity provider and the three BFFs as processes, on ports of their own; nothing of this process's environment reaches them. */
export interface RunningSystem {
  /** Base URLs, without a slash at the end. */
  readonly urls: Record<Name, string>;
  readonly adminUrls: Record<BffName, string>;
  /** Everything that the BFFs wrote to standard output and standard error so far. */
  bffOutput(): string;
  /** Sends a signal. @returns how the process ends */
  signal(name: Name, signal: NodeJS.Signals): Promise<Exit>;
  /** Starts one that has ended, and waits until it answers. */
  restart(name: Name): Promise<void>;
  /** Stops all of it, whatever state it is in. */
  stop(): Promise<void>;
}

export interface RunOptions extends Omit<ProcessesOptions, 'portOffset'> {
  /** What a BFF runs instead of its sources. */
  bffScript?: (name: BffName) => string;
  /** Further variables for the BFFs. */
  environment?: Record<string, string>;
}

/** Time limits that a machine with other things to do keeps too, where a test is not about time. */
export const patient = {
  DEADLINE_MS: '30000',
  SECTION_LIMIT_MS: '20000',
  CATALOG_TIMEOUT_MS: '20000',
  PRICING_TIMEOUT_MS: '20000',
  INVENTORY_TIMEOUT_MS: '20000',
  REVIEWS_TIMEOUT_MS: '20000',
  RECOMMENDATIONS_TIMEOUT_MS: '20000',
  REDIS_TIMEOUT_MS: '2000',
};

/** Starts everything and waits until all of it answers. @throws Error where something does not start */
export async function runSystem({ bffScript, environment = {}, ...options }: RunOptions = {}): Promise<RunningSystem> {
  const ports = await freePortOffset();
  const specs = systemProcesses({ ...options, portOffset: ports.offset });
  const children = new Map<Name, Child>();
  const output: string[] = [];

  const start = (name: Name): Child => {
    const spec = specs.find((one) => one.name === name);
    if (!spec) throw new Error(`There is no ${name}.`);
    const script = spec.role === 'bff' && bffScript ? bffScript(name as BffName) : spec.script;
    const child = startChild(
      { ...spec, script },
      {
        environment,
        onLine: ({ text }) => {
          if (spec.role === 'bff') output.push(`[${name}] ${text}`);
        },
      },
    );
    children.set(name, child);
    return child;
  };
  const childOf = (name: Name): Child => {
    const child = children.get(name);
    if (!child) throw new Error(`${name} was not started.`);
    return child;
  };
  const stop = async () => {
    for (const child of children.values()) child.kill('SIGKILL');
    await Promise.all([...children.values()].map(({ exited }) => exited));
    ports.release();
  };

  try {
    for (const now of ['service', 'bff'] as const) {
      await Promise.all(specs.filter(({ role }) => role === now).map(({ name }) => whenReady(start(name))));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const urlsBy = <K extends string>(key: 'url' | 'adminUrl') =>
    Object.fromEntries(specs.flatMap((spec) => (key in spec ? [[spec.name, spec[key]]] : []))) as Record<K, string>;
  return {
    urls: urlsBy('url'),
    adminUrls: urlsBy('adminUrl'),
    bffOutput: () => output.join('\n'),
    signal(name, signal) {
      const child = childOf(name);
      child.kill(signal);
      return child.exited;
    },
    restart: (name) => whenReady(start(name)),
    stop,
  };
}
