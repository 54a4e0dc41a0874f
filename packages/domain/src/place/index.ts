export { type NextStep, type NextStepKey, nextStep, nextStepKeys } from "./next-step.ts";
export * from "./path.ts";
