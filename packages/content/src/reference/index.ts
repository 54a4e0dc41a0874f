export { referenceAdviceInput, referenceScores } from "./advice-input.ts";
export { type Draw, draw } from "./draws.ts";
export { type ReferencePlace, referencePlace, referencePlaces, referenceSeed } from "./place.ts";
