export { badIds, commonBadRequests, type BadRequest } from './bad-requests.ts';
export { checkAnswer, type Answer } from './check-answer.ts';
export { checkNeeds, routesOfDocument, type RouteWithNeed } from './check-needs.ts';
export { checkedApi, type CheckedApi, type RequestOptions } from './checked-api.ts';
export { environmentTable, hasEnvironmentTable } from './environment-table.ts';
export { routesOf } from './routes-of.ts';
