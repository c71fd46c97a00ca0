export { cacheability, type Cacheability } from './cacheability.ts';
export { Deadline, type DeadlineOptions } from './deadline.ts';
export { ClientGone, DeadlineExceeded, NotFound, SectionFailure, SectionLimitExceeded } from './failures.ts';
export {
  gather,
  optional,
  optionalBatch,
  required,
  requiredBatch,
  requiredOrNone,
  type Batch,
  type Pending,
} from './gather.ts';
export {
  combineSections,
  fresh,
  mapSection,
  missing,
  onlyNow,
  sectionState,
  sectionStateSchema,
  valueOf,
  type KnownSection,
  type Lifetime,
  type MissingReason,
  type MissingSection,
  type Section,
  type SectionState,
} from './section.ts';
