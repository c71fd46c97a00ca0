export type { CatalogueEntry, CatalogueReview, ProductTexts, TranslatedLocale } from './catalogue/entry.ts';
export { loadCatalogue } from './catalogue/load.ts';
export { sampleEntry } from './catalogue/sample-entry.ts';
export type { Fault, FaultInput } from './faults/schema.ts';
export type { ServiceName } from './service.ts';
export { serviceNames } from './service.ts';
export type { DownstreamService, Downstreams, DownstreamsOptions } from './start-downstreams.ts';
export { startDownstreams } from './start-downstreams.ts';
export type { StatsReport } from './stats.ts';
