import { type ComputedField, instrumentFile, type OutcomeIndicator } from "@hp/contracts/content";
import type { Instrument } from "@hp/domain";
import model from "../../content/model.json" with { type: "json" };
import { once, parseContent } from "./parse-content.ts";

const loaded = once(() => parseContent("model.json", instrumentFile, model));

/**
 * The instrument that ships: dimensions, statements and preconditions of one version. Checked at the first call, then
 * the same frozen value every time.
 *
 * @throws ContentError if the file does not hold.
 */
export function loadInstrument(): Instrument {
  return loaded().instrument;
}

/** The fields that are computed per dimension, statement or indicator (`score.{dimension}`, `peer.{kpi}` …), with their limits. */
export function computedFields(): readonly ComputedField[] {
  return loaded().computedFields;
}

/** The indicators that are outcomes: compared with similar municipalities, never part of a score. */
export function outcomeIndicators(): readonly OutcomeIndicator[] {
  return loaded().outcomes;
}
