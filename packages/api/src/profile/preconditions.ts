import type { Instrument, Precondition } from "@hp/domain";

// The place itself says which municipality and locality it is; the rest of the group `assessment` is computed from answers.
const notListed = (one: Precondition) => one.key === "kommun" || one.key === "ort" || one.group === "assessment";

/** Preconditions that the profile shows, derived ones included. */
export const listedPreconditions = (instrument: Instrument): readonly Precondition[] =>
  instrument.preconditions.filter((one) => !notListed(one));

/** Preconditions that somebody is asked for and that a rule uses: what the profile's progress counts. */
export const askedPreconditions = (instrument: Instrument): readonly Precondition[] =>
  listedPreconditions(instrument).filter((one) => one.askedOf !== "derived" && !one.informational);
