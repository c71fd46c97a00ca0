import express from 'express';
import * as z from 'zod';

/** Pieces of a service's config schema: one an environment variable, each with its description and default. */

function integer(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  const inRange = z.int().min(min, error).max(max, error);
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(inRange);
}

const whole = (fallback: number, description: string, min = 1, max = 1_000_000) =>
  integer(min, max).prefault(String(fallback)).meta({ description });

export const port = (fallback: number, description: string) => whole(fallback, description, 0, 65_535);

export const milliseconds = (fallback: number, description: string, min = 1, max = 3_600_000) =>
  whole(fallback, description, min, max);

/** An http(s) URL; there is no default for where something stands. */
export const httpUrl = (description: string) =>
  z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .refine(isBase, 'must be without query, fragment and credentials')
    .meta({ description });

const redisUrl = (description: string) =>
  z
    .url({ protocol: /^rediss?$/, error: 'must be a redis or rediss URL' })
    .refine((url) => /^[^/]*\/\/[^/?]*(\/\d*)?(\?.*)?$/.test(url), 'must name its database by a number')
    .optional()
    .meta({ description });

/** Items separated by commas. */
const list = z
  .string()
  .prefault('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));

export const oneOf = <const T extends string>(choices: readonly T[], fallback: NoInfer<T>, description: string) =>
  z.enum(choices).prefault(fallback).meta({ description });

/** Something that only this service and its peer know: no default, and never repeated in a message. */
export const secret = (description: string, minLength = 1) =>
  z.string().min(minLength, `must have at least ${minLength} characters`).meta({ description });

/**
 * Where one kind of state is kept. It has to outlive the process and be seen by all instances: in memory it is for
 * development alone.
 */
export function storeSettings<N extends string>(name: N, what: string) {
  const store = z
    .enum(['redis', 'memory'])
    .prefault('redis')
    .meta({ description: `Where ${what} are kept; memory is refused in production`, rules: storeRules });
  const url = redisUrl("Redis of what may not be evicted (sessions, quotas, used proofs); absent: REDIS_URL's");
  return { STORES_REDIS_URL: url, [`${name}_STORE`]: store } as { STORES_REDIS_URL: typeof url } & Record<
    `${N}_STORE`,
    typeof store
  >;
}

const text = (fallback: string, description: string) => z.string().min(1).default(fallback).meta({ description });

/** A value that asks for more than its own form: says what is wrong with it among the others, or nothing. */
export type EnvironmentRule = (value: string, others: Record<string, string | undefined>) => string | undefined;

/** Refuses a value in production: what it leaves open is for development alone. */
export const onlyInDevelopment =
  (refused: string): EnvironmentRule =>
  (value, { NODE_ENV }) =>
    value === refused && NODE_ENV === 'production' ? `${refused} is refused where NODE_ENV is production` : undefined;

const storeRules: EnvironmentRule = (value, others) => {
  const { REDIS_URL, STORES_REDIS_URL = REDIS_URL } = others;
  if (value === 'redis' && STORES_REDIS_URL === undefined) return 'redis needs REDIS_URL';
  return onlyInDevelopment('memory')(value, others);
};

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What every service is told. */
export function serviceSettings(defaults: { port: number; adminPort: number; deadlineMs: number }) {
  const otherPort: EnvironmentRule = (own, { PORT = String(defaults.port) }) =>
    own !== '0' && Number(own) === Number(PORT) ? 'must be another than PORT' : undefined;
  const atMost: EnvironmentRule = (min, { MAX_IN_FLIGHT = '1024' }) =>
    Number(min) > Number(MAX_IN_FLIGHT) ? 'must not be above MAX_IN_FLIGHT' : undefined;
  return {
    PORT: port(defaults.port, 'Port of the service; 0 takes a free one'),
    ADMIN_PORT: port(defaults.adminPort, 'Port of /livez, /readyz, /status and /metrics; never behind the edge').meta({
      rules: otherPort,
    }),
    HOST: text('0.0.0.0', 'Address that both ports listen on'),
    LOG_LEVEL: oneOf(levels, 'info', 'Least level that is logged (JSON lines on standard output)'),
    METRICS: oneOf(['on', 'off'], 'on', 'Whether /metrics measures anything'),
    NODE_ENV: oneOf(['production', 'development', 'test'], 'development', 'production: answers carry no Server-Timing'),
    CACHE_MB: whole(48, 'Memory for knowledge and answers, half each, in MiB; 0 keeps nothing in the process', 0),
    REDIS_URL: redisUrl('Second level of the cache, shared by all instances; absent: none'),
    REDIS_TIMEOUT_MS: milliseconds(100, 'One command of Redis, in milliseconds'),
    FOLLOW_CHANGES: oneOf(['on', 'off'], 'off', 'Whether announced changes end what is cached, within a second'),
    MAX_IN_FLIGHT: whole(1024, 'Requests that may wait for something at once; fewer under overload'),
    MIN_IN_FLIGHT: whole(10, 'How many of them may wait even then').meta({ rules: atMost }),
    MAX_CONNECTIONS: whole(5000, 'Open connections; further ones are closed at once'),
    MAX_REQUESTS_PER_CONNECTION: whole(10_000, 'Requests after which a connection is closed; 0: never', 0),
    MAX_HEADER_BYTES: whole(16_384, 'Request line and headers, in bytes', 1024, 1 << 20),
    HEADERS_TIMEOUT_MS: milliseconds(10_000, 'Time for the headers of a request to arrive, in milliseconds'),
    REQUEST_TIMEOUT_MS: milliseconds(15_000, 'Time for a whole request to arrive, in milliseconds'),
    READER_TIMEOUT_MS: milliseconds(20_000, 'How long a client may take in nothing of its answer, in milliseconds'),
    KEEP_ALIVE_MS: milliseconds(75_000, 'How long idle connections are kept, longer than at the edge; in milliseconds'),
    COMMIT: text('unknown', 'Commit of the build, shown by /status'),
    DEADLINE_MS: milliseconds(defaults.deadlineMs, 'Time for one request, in milliseconds'),
    SHUTDOWN_GRACE_MS: milliseconds(25_000, 'Time for requests under way after SIGTERM, in milliseconds'),
    DRAIN_DELAY_MS: milliseconds(500, 'Time for the edge to notice SIGTERM: requests are taken, in milliseconds', 0),
    TRUSTED_PROXIES: list
      .refine(isProxyList, 'must be addresses, CIDR ranges, loopback, linklocal or uniquelocal')
      .meta({
        description: 'Proxies, by commas, whose x-request-id, traceparent and x-request-timeout-ms are believed',
      }),
    ALLOWED_ORIGINS: list
      .refine((origins) => origins.every(isOrigin), 'must be exact origins such as https://shop.example')
      .meta({ description: 'Origins, separated by commas, that may read answers in a browser (CORS)' }),
    PROBLEM_BASE_URL: httpUrl('Base of the type URIs of problems'),
  };
}

/** How a service says who it is to the services behind it; without SERVICE_CLIENT_ID its calls do not say it. */
export function serviceTokenSettings() {
  const rules: EnvironmentRule = (_id, { SERVICE_CLIENT_ID: id, SERVICE_CLIENT_SECRET: itsSecret }) =>
    (id === undefined) === (itsSecret === undefined) ? undefined : 'goes with SERVICE_CLIENT_SECRET, and neither alone';
  const part = (description: string) => z.string().optional().meta({ description });
  return {
    SERVICE_CLIENT_ID: part('Client id of access tokens for the services; absent: calls carry none').meta({ rules }),
    SERVICE_CLIENT_SECRET: part('Its secret'),
    SERVICE_AUDIENCE: part("Audience of these tokens; absent: the provider's default"),
    SERVICE_SCOPE: part('Their scopes, separated by spaces; absent: all that the client may have'),
  };
}

/** Who issues tokens; over http, anyone on the way to it could. */
export function issuerSettings(description: string) {
  const rules: EnvironmentRule = (issuer, { INSECURE_ISSUER, ...others }) =>
    INSECURE_ISSUER === 'allow' ? undefined : onlyInDevelopment('http:')(new URL(issuer).protocol, others);
  return {
    OIDC_ISSUER: httpUrl(description).meta({ rules }),
    INSECURE_ISSUER: oneOf(['refuse', 'allow'], 'refuse', 'allow: an http OIDC_ISSUER in production, for development'),
  };
}

/** The configuration that every service has. */
export type ServiceConfig = Readonly<z.output<z.ZodObject<ReturnType<typeof serviceSettings>>>>;

/** Where one downstream stands, and how long one attempt may take. */
export function downstreamSettings<N extends string>(name: N, timeoutMs: number) {
  return {
    [`${name}_URL`]: httpUrl(`Base URL of the ${name.toLowerCase()} service`),
    [`${name}_TIMEOUT_MS`]: milliseconds(timeoutMs, `One call of the ${name.toLowerCase()} service, in milliseconds`),
  } as Record<`${N}_URL`, ReturnType<typeof httpUrl>> & Record<`${N}_TIMEOUT_MS`, ReturnType<typeof milliseconds>>;
}

/** The environment is not what the service needs. The message lists every fault, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * @param environment the variables as the process has them; an empty one counts as absent
 * @throws ConfigError listing all that is missing or wrong; it repeats no value
 */
export function parseEnvironment<S extends z.ZodObject>(
  schema: S,
  environment: Record<string, string | undefined>,
): Readonly<z.output<S>> {
  const present = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = schema.safeParse(present);
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const name = path.map(String).join('.');
    return `  ${name}: ${name in present ? message : 'is missing'}`;
  });
  for (const [name, variable] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const { rules } = (variable.meta() ?? {}) as { rules?: EnvironmentRule };
    const { success, data } = variable.safeParse(present[name]);
    const fault = success ? rules?.(String(data), present) : undefined;
    if (fault !== undefined) faults.push(`  ${name}: ${fault}`);
  }
  if (parsed.success && faults.length === 0) return Object.freeze(parsed.data);
  throw new ConfigError(`The configuration is not valid:\n${faults.join('\n')}`);
}

/** Whether a path can be put behind it. */
function isBase(text: string): boolean {
  if (!URL.canParse(text)) return true; // A fault of its own.
  return !/[?#]/.test(text) && new URL(text).username === '' && new URL(text).password === '';
}

function isProxyList(proxies: string[]): boolean {
  try {
    express().set('trust proxy', proxies);
    return true;
  } catch {
    return false;
  }
}

/** A URL's host may hold an asterisk; an origin that a browser sends never does. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
