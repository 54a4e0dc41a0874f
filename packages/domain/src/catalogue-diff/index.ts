export { applyCatalogueChanges, applyInstrumentChanges, diffCatalogues, diffInstruments, isReusedMeasure } from "./diff.ts";
export { contentFieldLabel } from "./field-label.ts";
export {
  type ChangeCode,
  type ChangeKind,
  type ClauseName,
  type ContentChange,
  type ContentSubject,
  type ContentSubjectKind,
  changeCodes,
  changeKinds,
  contentSubjects,
  type MovedThreshold,
  type Reach,
} from "./types.ts";
