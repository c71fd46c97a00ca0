export { createGuards, type GuardsOptions } from './guards.ts';
export type { Identity } from './identity.ts';
export { anonymous, needsOf, requireNeeds, type Guard, type Need, type RouteNeed } from './need.ts';
export { serviceToken, type ServiceTokenSettings } from './service-token/service-token.ts';
export { createServiceTokens, type ServiceToken } from './service-token/service-tokens.ts';
