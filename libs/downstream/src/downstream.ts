import * as z from 'zod';
import { missing, SectionFailure, type Batch, type KnownSection } from '@product-bffs/composition';
import { createAskService } from './ask-service.ts';
import { KnowledgeCache } from './cache/knowledge-cache.ts';
import type { ServiceAddress } from './http/http-client.ts';
import type { CallContext, DownstreamEvents, Query, Resource } from './operation.ts';
import { createReadThrough } from './read-through.ts';

export interface DownstreamOptions extends ServiceAddress, DownstreamEvents {
  /** What is remembered of all downstreams; absent = nothing. */
  knowledge?: KnowledgeCache | undefined;
}

/** What a client asks one resource of a downstream for. Throws a DownstreamError, or why the request ended. */
export interface Asks<T, Q extends Query> {
  /** @returns the value, or null where there is none */
  one(id: string, query: Q, context: CallContext): Promise<KnownSection<T | null>>;
  /** What there is none of is null; an id that failed is missing alone. Where every id failed, so did the batch. */
  many(ids: readonly string[], query: Q, context: CallContext): Promise<Batch<T | null>>;
}

/** Makes what a client asks of one resource. */
export type ResourceOf = ReturnType<typeof createDownstream>;

/** @param policy hedge: whether a call that is slower than most may be made a second time beside the first */
export function createDownstream(downstream: string, options: DownstreamOptions, policy: { hedge?: boolean } = {}) {
  const { knowledge = new KnowledgeCache({ maxBytes: 0, prefix: '' }), onLookup } = options;
  const askService = createAskService(downstream, { ...options, ...policy }, knowledge.clock);
  const read = createReadThrough({ downstream, knowledge, askService, onLookup });

  /** @param name tells the resources of one downstream apart */
  return function resource<T, Q extends Query>(name: string, described: Resource<T, Q>): Asks<T, Q> {
    const operation = (described.one ?? described.many)?.operation ?? name;
    let compiled: typeof described | undefined;
    const question = (query: Q, { subject }: CallContext, listed: boolean) => {
      // With the first question: all at start would take a twentieth of it. See docs/decisions/0012.
      compiled ??= { ...described, schema: z.compile(described.schema) };
      const text = textOf(query);
      const onBehalfOf = described.isPersonal === true ? subject : undefined;
      const owner = onBehalfOf === undefined ? '' : `#${onBehalfOf}`;
      return { resource: compiled, operation, query, text, onBehalfOf, group: `${name}?${text}${owner}`, listed };
    };
    return {
      async one(id, query, context) {
        const [answer] = await read(question(query, context, false), [id], context);
        if (answer instanceof Error) throw answer;
        return answer as KnownSection<T | null>;
      },
      async many(ids, query, context) {
        const unique = [...new Set(ids)];
        const answers = await read(question(query, context, true), unique, context);
        const failures = answers.filter((answer) => answer instanceof Error);
        const bug = failures.find((failure) => !(failure instanceof SectionFailure));
        const failure = bug ?? (failures.length === answers.length ? failures[0] : undefined);
        if (failure !== undefined) throw failure;
        const batch = new Map<string, unknown>();
        unique.forEach((id, place) => {
          const answer = answers[place];
          batch.set(id, answer instanceof SectionFailure ? missing(answer.reason) : answer);
        });
        return batch as Batch<T | null>;
      },
    };
  };
}

function textOf(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}
