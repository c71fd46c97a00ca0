import { jsonAnswer } from '../http/answer.ts';
import { wholeNumber } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import type { Operation } from '../service.ts';
import type { ChangeLog } from './change-log.ts';

/** `GET /changes?since=&limit=`; 410 tells a follower to read everything again and go on from the problem's `newestSequence`. */
export function changesOperation(log: ChangeLog): Operation {
  return {
    name: 'getChanges',
    method: 'get',
    path: '/changes',
    holds: 'changes',
    answer({ query }) {
      const since = wholeNumber(query, 'since', { min: 0, max: Number.MAX_SAFE_INTEGER, fallback: 0 });
      const limit = wholeNumber(query, 'limit', { min: 1, max: 1000, fallback: 100 });
      const page = log.after(since, limit);
      if (page) return jsonAnswer(page);
      const newestSequence = log.newestSequence();
      throw new Problem(410, `Changes since ${since} are not kept; the newest is ${newestSequence}.`, {
        newestSequence,
      });
    },
  };
}
