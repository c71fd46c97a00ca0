export { accessLog, type RequestObservation } from './access-log.ts';
export { createAnswers, type AnswerEvents, type Answers } from './answers.ts';
export {
  ConfigError,
  downstreamSettings,
  httpUrl,
  milliseconds,
  parseEnvironment,
  serviceSettings,
} from './environment.ts';
export {
  currencies,
  currencyParam,
  defaultLocale,
  localeParam,
  locales,
  negotiateLocale,
  type Currency,
  type Locale,
} from './locale.ts';
export { createLogger } from './logger.ts';
export { crossOrigin, newApp, newRouter } from './new-app.ts';
export { problemHandler, problemOfReason } from './problem-handler.ts';
export {
  anyRequest,
  answerHeaders,
  otherResponses,
  problemResponse,
  requestHeaders,
  requiredSection,
} from './openapi-parts.ts';
export { limitRequests } from './overload/limit-requests.ts';
export { openApiRoute } from './openapi-route.ts';
export { Problem, problemSchema, problemType, problems, type ProblemCode } from './problem.ts';
export { inputReader, invalidRequest } from './read-input.ts';
export { requestContext, startRequestContext, type RequestContext } from './request-context.ts';
export { noSuchRoute, requestRules } from './request-rules.ts';
export { respond } from './respond.ts';
export { configOrExit, serve } from './serve.ts';
export { createTelemetry, type Telemetry } from './telemetry.ts';
