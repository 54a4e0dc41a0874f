export { adviceInputOf, referenceAdviceInput, referenceScores } from "./advice-input.ts";
export { commonnessPlaces, commonnessRuns } from "./commonness.ts";
export { type Draw, draw } from "./draws.ts";
export { type ReferencePlace, referencePlace, referencePlaces, referenceSeed, shuffledPlaces, withoutDraws } from "./place.ts";
export { type Preconditions, type Specificity, specificityOf } from "./specificity.ts";
