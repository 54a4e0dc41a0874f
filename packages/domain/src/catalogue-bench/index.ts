export type { GateReason } from "./gate-reason.ts";
export { catalogueBench, isGreen, runCatalogueBench } from "./run-bench.ts";
export { NEARLY_ALWAYS } from "./tally.ts";
export { type ConditionCoverage, conditionCoverage, type TestPlacesOptions, testPlaces } from "./test-places.ts";
export {
  type BenchExpectation,
  type BenchFinding,
  type BenchPlace,
  type BenchPlaceKind,
  type BenchProgress,
  type BenchReport,
  type BenchRequest,
  type BenchSpecificity,
  benchPlaceKinds,
  type ExpectationResult,
  type FindingSubject,
  type GateMove,
  type InstrumentPart,
  type MeasureMove,
  type MeasureReach,
  type MoveCause,
  type PlaceChange,
  type ScoreFactor,
  type ScoreMove,
  type Severity,
  severities,
} from "./types.ts";
