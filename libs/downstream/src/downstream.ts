import { fresh, missing, SectionFailure, type Batch, type KnownSection } from '@product-bffs/composition';
import { DownstreamError, DownstreamInvalid } from './errors.ts';
import { MAX_IDS } from './ids.ts';
import { createJsonGetter, type ServiceAddress } from './http/get-json.ts';
import { notFoundLifetime } from './lifetimes.ts';
import type { CallContext, CallObservation, Operation } from './operation.ts';
import { known, readBatch, type BatchAnswer } from './read-batch.ts';
import { faultsOf } from './wire/faults.ts';

export interface DownstreamOptions extends ServiceAddress {
  onCall?: ((call: CallObservation) => void) | undefined;
}

/** One of the services behind, as its client calls it. Both calls throw a DownstreamError, or why the request ended. */
export interface Downstream {
  /** @returns the value, or null where the service says 404 */
  one<T>(operation: Operation<T>, context: CallContext): Promise<KnownSection<T | null>>;
  /** Asks for ids, 100 a call. What the service has no item for is null; an item that makes no sense is missing alone. */
  many<T extends { id: string }>(
    operation: Operation<T>,
    ids: readonly string[],
    context: CallContext,
  ): Promise<Batch<T | null>>;
}

/** Of one item, and of a batch, after decompression. */
const MAX_BODY_BYTES = 1 << 20;
const MAX_BATCH_BODY_BYTES = 8 << 20;

interface Observed<T> {
  answer: T;
  outcome: CallObservation['outcome'];
  /** What an answer that could be used still had wrong. */
  fault?: string | undefined;
}

type Entries<T> = BatchAnswer<T>['entries'];

export function createDownstream(downstream: string, { onCall, ...address }: DownstreamOptions): Downstream {
  const getJson = createJsonGetter(address);

  async function observed<T>(
    operation: string,
    { requestId }: CallContext,
    call: () => Promise<Observed<T>>,
  ): Promise<T> {
    const startedAt = performance.now();
    const report = (outcome: CallObservation['outcome'], detail: string | undefined) =>
      onCall?.({
        requestId,
        downstream,
        operation,
        outcome,
        durationMs: performance.now() - startedAt,
        ...(detail !== undefined && { detail }),
      });
    try {
      const { answer, outcome, fault } = await call();
      report(outcome, fault);
      return answer;
    } catch (error) {
      if (error instanceof DownstreamError) report(error.reason, error.message);
      else report('cancelled', undefined);
      throw error;
    }
  }

  return {
    one: <T>(operation: Operation<T>, context: CallContext) =>
      observed<KnownSection<T | null>>(operation.operation, context, async () => {
        const named = { downstream, operation: operation.operation };
        const json = await getJson({ ...operation, maxBodyBytes: MAX_BODY_BYTES }, named, context);
        const now = Date.now();
        if (json === undefined) return { answer: fresh(null, notFoundLifetime, now), outcome: 'not-found' };
        const parsed = operation.schema.safeParse(json);
        if (!parsed.success) throw new DownstreamInvalid(named, faultsOf(parsed.error));
        if (operation.answers?.(parsed.data) === false) {
          throw new DownstreamInvalid(named, 'an answer to another question');
        }
        return { answer: known(operation, parsed.data, now), outcome: 'ok' };
      }),

    async many(operation, ids, context) {
      const named = { downstream, operation: operation.operation };
      const getBatch = (chunk: string[]) =>
        observed(operation.operation, context, async () => {
          const query = { ids: chunk.join(','), ...operation.query };
          const call = { path: operation.path, query, maxBodyBytes: MAX_BATCH_BODY_BYTES };
          const json = await getJson(call, named, context);
          const batch = readBatch(json, chunk, operation, named);
          return { answer: batch.entries, outcome: 'ok', fault: batch.fault };
        });
      const chunks = chunksOf([...new Set(ids)], MAX_IDS);
      return joinChunks(chunks, await Promise.allSettled(chunks.map(getBatch)));
    },
  };
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}

/** A chunk that failed is missing alone; where every chunk failed, so did the batch. */
function joinChunks<T>(chunks: string[][], results: PromiseSettledResult<Entries<T>>[]): Batch<T | null> {
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const bug = failures.find((failure) => !(failure instanceof SectionFailure));
  if (bug !== undefined || (failures.length > 0 && failures.length === results.length)) throw bug ?? failures[0];
  return new Map(
    results.flatMap((result, n) => {
      if (result.status === 'fulfilled') return result.value;
      const { reason } = result.reason as SectionFailure;
      return (chunks[n] ?? []).map((id): Entries<T>[number] => [id, missing(reason)]);
    }),
  );
}
