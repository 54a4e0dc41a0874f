import { explain, unknownAtoms } from "../../condition/decisive.ts";
import { evaluate } from "../../condition/evaluate.ts";
import type { Finding } from "../../condition/types.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { atomValues, makeReason, unknownValues } from "./encode.ts";

/** Facts named in a reason at most. */
const SHOWN = 3;

/** "Varför inte?": why a measure is not among the advice; null for one that is. */
export function whyNotReason(context: MeasureContext): Reason | null {
  switch (context.status) {
    case "advised":
    case "basic":
      return null;
    case "done":
      return makeReason("not.done");
    case "in_place":
      return inPlace(context);
    case "held_back":
      return heldBack(context);
    case "open":
      return outranked(context);
    case "excluded":
      return excluded(context);
    default:
      return context.status satisfies never;
  }
}

function excluded(context: MeasureContext): Reason {
  if (context.exclude?.verdict === "holds") return fromFinding("not.excluded", context.exclude, context);
  return context.require === null
    ? makeReason("not.excluded", { count: 0, more: 0, oneTurnsIt: false })
    : fromFinding("not.required", context.require, context);
}

function fromFinding(template: "not.excluded" | "not.required" | "not.in_place", finding: Finding, { fields }: MeasureContext): Reason {
  const { atoms, oneTurnsIt } = explain(finding, fields);
  const shown = atomValues(atoms, SHOWN, { oneTurnsIt });
  return makeReason(template, shown.values, shown.fields);
}

function inPlace(context: MeasureContext): Reason {
  const { rule } = context.candidate;
  if (rule.inPlace === null) return makeReason("not.in_place", { count: 0, more: 0, oneTurnsIt: false });
  return fromFinding("not.in_place", evaluate(rule.inPlace, context.input.facts, context.fields), context);
}

function heldBack({ exclude, require }: MeasureContext): Reason {
  const missing = [exclude, require].flatMap((finding) => (finding === null ? [] : unknownAtoms(finding)));
  const shown = unknownValues(missing, SHOWN);
  return makeReason("not.held_back", shown.values, shown.fields);
}

function outranked({ rank, selection }: MeasureContext): Reason {
  const position = selection.advised.length + (rank ?? 0);
  return makeReason("not.outranked", {
    position,
    possible: selection.advised.length + selection.open.length,
    shown: selection.advised.length,
  });
}
