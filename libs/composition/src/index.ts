export { Deadline } from './deadline.ts';
export { ClientGone, DeadlineExceeded, NotFound, Refusal, SectionFailure } from './failures.ts';
export { gather, optional, optionalBatch, required, requiredBatch, requiredOrNone, type Batch } from './gather.ts';
export { combineSections, fresh, mapSection, missing, onlyNow, valueOf } from './section.ts';
export { sectionState, sectionStateSchema } from './section.ts';
export type { KnownSection, Lifetime, MissingReason, Section } from './section.ts';
