import type { Router } from 'express';
import express from 'express';
import { emptyAnswer, jsonAnswer } from '../http/answer.ts';
import { Problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import type { Stats } from '../stats.ts';
import type { FaultScript } from './fault-script.ts';
import { sendAnswer } from './send.ts';

/** `/__faults` and `/__stats`: what every test speaks, with nothing in between that could fail. */
export function scriptingRoutes(faults: FaultScript, stats: Stats): Router {
  const router = express.Router();
  router
    .route('/__faults')
    .put(async (request, response) => {
      await faults.set(await readJson(request));
      sendAnswer(response, emptyAnswer());
    })
    .delete((_request, response) => {
      faults.clear();
      sendAnswer(response, emptyAnswer());
    })
    .all(notAllowed('PUT, DELETE'));
  router
    .route('/__stats')
    .get((_request, response) => sendAnswer(response, jsonAnswer(stats.report())))
    .delete((_request, response) => {
      stats.clear();
      sendAnswer(response, emptyAnswer());
    })
    .all(notAllowed('GET, HEAD, DELETE'));
  return router;
}

function notAllowed(allow: string) {
  return ({ path, method }: { path: string; method: string }) => {
    throw new Problem(405, `${path} does not take ${method}.`, {}, { allow });
  };
}
