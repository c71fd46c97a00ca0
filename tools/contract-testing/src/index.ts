export { checkAnswer, type Answer } from './check-answer.ts';
export { checkedApi, type CheckedApi, type RequestOptions } from './checked-api.ts';
export { environmentTable } from './environment-table.ts';
export { routesOf } from './routes-of.ts';
