import { type AtomFinding, explain, unknownAtoms } from "../../condition/decisive.ts";
import type { Finding } from "../../condition/types.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { atomValues, makeReason, unknownValues } from "./encode.ts";

/** Facts named in a reason at most: more is a list, not a reason. */
const SHOWN = 2;

/**
 * Why it suits: facts that the rule requires and that hold, then facts that speak for it. Preconditions before scores
 * (the strongest reason has told a score already), public ones before a party's own, one per field.
 */
export function suitsReason(context: MeasureContext): Reason {
  const { exclude, require, boosts, status } = context;
  const required = require?.verdict === "holds" ? atomsOf(require, context) : [];
  const boosting = boosts.filter((boost) => boost.verdict === "holds").flatMap((boost) => atomsOf(boost, context));
  const chosen = chooseAtoms(required, boosting, context);
  if (chosen.length > 0) {
    const roles = Object.fromEntries(chosen.map(({ role }, index) => [`role${index}`, role]));
    const { values, fields } = atomValues(
      chosen.map(({ atom }) => atom),
      SHOWN,
      roles,
    );
    return makeReason("suits.facts", values, fields);
  }
  if (status === "advised" || status === "basic" || status === "open" || status === "held_back")
    return withoutFacts(exclude, require, context);
  return makeReason("suits.nothing");
}

function withoutFacts(exclude: Finding | null, require: Finding | null, context: MeasureContext): Reason {
  if (require?.verdict === "unknown") {
    const { values, fields } = unknownValues(unknownAtoms(require).slice(0, 1), 1);
    return makeReason("suits.unknown", values, fields);
  }
  const obstacle = exclude?.verdict === "fails" ? atomsOf(exclude, context)[0] : undefined;
  if (obstacle === undefined) return makeReason(require === null && exclude === null ? "suits.general" : "suits.nothing");
  const { values, fields } = atomValues([obstacle], 1);
  return makeReason("suits.no_obstacle", values, fields);
}

const atomsOf = (finding: Finding, { fields }: MeasureContext): readonly AtomFinding[] => explain(finding, fields).atoms;

interface Chosen {
  readonly atom: AtomFinding;
  readonly role: "require" | "boost";
}

function chooseAtoms(required: readonly AtomFinding[], boosting: readonly AtomFinding[], { fields }: MeasureContext): readonly Chosen[] {
  const all: Chosen[] = [
    ...required.map((atom) => ({ atom, role: "require" as const })),
    ...boosting.map((atom) => ({ atom, role: "boost" as const })),
  ];
  const cost = ({ atom, role }: Chosen) => {
    const field = fields.get(atom.condition.field);
    return (field?.kind === "precondition" ? 0 : 4) + (field?.visibility === "ownParty" ? 2 : 0) + (role === "require" ? 0 : 1);
  };
  const sorted = [...all].sort((a, b) => cost(a) - cost(b));
  const chosen: Chosen[] = [];
  for (const one of sorted) {
    const isNew = chosen.every((other) => other.atom.condition.field !== one.atom.condition.field);
    if (isNew && chosen.length < SHOWN) chosen.push(one);
  }
  return chosen;
}
