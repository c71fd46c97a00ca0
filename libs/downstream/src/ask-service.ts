import type { KnownSection } from '@product-bffs/composition';
import { Batches, type Wanted } from './batches.ts';
import { DownstreamInvalid, type FailedCall } from './errors.ts';
import type { Outcome, SharedCall } from './flights.ts';
import { createJsonGetter, type JsonAnswer } from './http/get-json.ts';
import type { ServiceAddress } from './http/http-client.ts';
import { MAX_IDS } from './ids.ts';
import type { DownstreamEvents, Query, Resource } from './operation.ts';
import { known, readBatch, readItem, type Answers } from './read-batch.ts';
import { Bulkhead } from './resilience/bulkhead.ts';
import { createOperations, type Read } from './resilience/operations.ts';

/** Calls under way to one downstream at most; as many wait. */
const CALLS_AT_ONCE = 64;
/** Of one item, and of a batch, after decompression. */
const MAX_BODY_BYTES = 1 << 20;
const MAX_BATCH_BODY_BYTES = 8 << 20;

/** Knowledge that comes right from its service. */
export interface Fetched<T> {
  section: KnownSection<T | null>;
  /** What it took on the wire. */
  bytes: number;
}

/** What is asked for, but for its id. */
export interface Question<T, Q extends Query> {
  resource: Resource<T, Q>;
  /** The name it goes by in what is logged. */
  operation: string;
  query: Q;
  /** The query as a URL has it. */
  text: string;
  /** Whose identity the call carries. */
  onBehalfOf: string | undefined;
  /** Everything but the id that shapes the call. */
  group: string;
  /** Whether it is asked of a list. */
  listed: boolean;
}

/** Asks one service: batch → bulkhead → breaker → attempts → axios. A failure is a DownstreamError. */
export type AskService = <T, Q extends Query>(
  question: Question<T, Q>,
  id: string,
  call: SharedCall,
  settle: (outcome: Outcome<Fetched<T>>) => void,
) => void;

/** @param clock milliseconds since the epoch */
export function createAskService(
  downstream: string,
  options: ServiceAddress & DownstreamEvents & { hedge?: boolean },
  clock: () => number,
): AskService {
  const batches = new Batches(new Bulkhead(CALLS_AT_ONCE));
  // A second attempt runs in the place of its call.
  const call = createOperations(downstream, createJsonGetter(options, 2 * CALLS_AT_ONCE), options);

  /** One call for all that is wanted; each learns its own. Never rejects. */
  async function send<T, Q extends Query>(
    { resource, operation, query, text, onBehalfOf }: Question<T, Q>,
    wanted: Wanted<Fetched<T>>[],
  ) {
    const { one, many } = resource;
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const [id = ''] = ids;
    const isList = ids.length > 1 || wanted.some(({ listed }) => listed);
    const alone = isList && many !== undefined ? undefined : one;
    const path = alone ? `${alone.path(id)}?` : `${many?.path}?ids=${ids.join(',')}&`;
    const asOf = clock();
    const readAlone = ({ json, bytes }: JsonAnswer, named: FailedCall): Read<[Answers<T>, number]> => {
      const item = json === undefined ? { value: null } : readItem(resource, json, id, query);
      if ('fault' in item) throw new DownstreamInvalid(named, item.fault);
      const answers: Answers<T> = new Map([[id, known(resource, item.value, asOf)]]);
      return { answer: [answers, bytes], outcome: item.value === null ? 'not-found' : 'ok' };
    };
    const readTogether = ({ json, bytes }: JsonAnswer, named: FailedCall): Read<[Answers<T>, number]> => {
      const answers = readBatch(json, ids, resource, query, named, asOf);
      const fault = [...answers.values()].find((answer) => answer instanceof DownstreamInvalid);
      return { answer: [answers, bytes / ids.length], outcome: 'ok', fault: fault?.message };
    };
    try {
      const [answers, bytes] = await call({
        operation: (alone ?? many)?.operation ?? operation,
        path: (path + text).replace(/[?&]$/, ''),
        onBehalfOf,
        maxBodyBytes: alone && !alone.isPage ? MAX_BODY_BYTES : MAX_BATCH_BODY_BYTES,
        readsGone: alone?.isPage,
        calls: wanted.map((waiting) => waiting.call) as [SharedCall, ...SharedCall[]],
        read: alone ? readAlone : readTogether,
      });
      for (const { id: wantedId, settle } of wanted) {
        const section = answers.get(wantedId);
        if (section === undefined || section instanceof DownstreamInvalid) settle({ failure: section });
        else settle({ value: { section, bytes } });
      }
    } catch (failure) {
      for (const { settle } of wanted) settle({ failure });
    }
  }

  return (question, id, shared, settle) => {
    const { resource, operation, group, listed } = question;
    const [key, size] = resource.many ? [group, MAX_IDS] : [`${group}:${id}`, 1];
    const wanted = { id, listed, call: shared, settle };
    batches.add(key, wanted, size, { downstream, operation }, (all) => send(question, all));
  };
}
