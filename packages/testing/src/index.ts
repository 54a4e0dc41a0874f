export { adminOf, type ContentStage, changedCatalogue, changedInstrument, makeAdmin, publishByHand } from "./content-world.ts";
export { type FreshDatabase, freshDatabase, type TestServer } from "./database.ts";
export { fingerprint } from "./fingerprint.ts";
export { type Asker, askers, expected, matrixPage } from "./matrix.ts";
export { call, type ProcedureInfo, procedures, type Sample, samples } from "./samples.ts";
export { anonymous, type House, limitsOf, openHouse, placeWith, stages, type World, type WorldStage } from "./world.ts";
