import * as z from 'zod';

const scope = {
  /** As `GET /__stats` lists it; absent = every operation. */
  operation: z.string().optional(),
  /** Only the next so many matching calls; absent = all until cleared. */
  times: z.int().min(1).optional(),
  /** Of each matching call; absent = 1. */
  probability: z.number().min(0).max(1).optional(),
};

const milliseconds = z.number().min(0).max(3_600_000);
const bytes = z.int().min(0);

const latency = { latencyMs: milliseconds, jitterMs: milliseconds.optional() };
const status = { status: z.int().min(200).max(599), retryAfterS: z.int().min(0).optional() };
const change = z.enum(['missing', 'renamed', 'retyped', 'enum', 'extra']);

const fault = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('latency'), ...scope, ...latency }),
    z.strictObject({ kind: z.literal('status'), ...scope, ...status }),
    z.strictObject({ kind: z.literal('reset'), ...scope, afterBytes: bytes.optional() }),
    z.strictObject({ kind: z.literal('hang'), ...scope }),
    z.strictObject({ kind: z.literal('drip'), ...scope, bytesPerSecond: z.number().positive().default(10) }),
    z.strictObject({ kind: z.literal('truncate'), ...scope, afterBytes: bytes.optional() }),
    z.strictObject({ kind: z.literal('garbage'), ...scope }),
    z.strictObject({ kind: z.literal('deep-json'), ...scope }),
    z.strictObject({ kind: z.literal('html'), ...scope }),
    z.strictObject({ kind: z.literal('drift'), ...scope, field: z.string().min(1), change }),
    z.strictObject({ kind: z.literal('huge'), ...scope, bytes: z.int().min(1) }),
    z.strictObject({ kind: z.literal('gzip-bomb'), ...scope }),
    z.strictObject({ kind: z.literal('bad-gzip'), ...scope }),
  ],
  { error: ({ input }) => `unknown kind ${JSON.stringify((input as { kind?: unknown } | null)?.kind)}` },
);

/** The body of `PUT /__faults`: one fault or several, tried in this order. */
export const faultsSchema = z.preprocess((body): unknown => (Array.isArray(body) ? body : [body]), z.array(fault));

export type Fault = z.output<typeof fault>;

/** A fault as a test writes it, before defaults. */
export type FaultInput = z.input<typeof fault>;

export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;
