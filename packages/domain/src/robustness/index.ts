export {
  type AcceptabilityRequest,
  type AlternativeAcceptability,
  acceptability,
  centroidWorth,
  type WeightSource,
} from "./acceptability.ts";
export * from "./advice-robustness.ts";
export * from "./parameters.ts";
export { noisyWeightsInOrder } from "./place-draws.ts";
export type { RankInterval } from "./rank-interval.ts";
export * from "./robustness-text.ts";
export { simplexWeights, type WeightBounds, type WeightKnowledge } from "./simplex.ts";
