import { type AtomFinding, explain, unknownAtoms } from "../../condition/decisive.ts";
import { factOf } from "../../condition/shape.ts";
import type { Atom, Facts, Finding } from "../../condition/types.ts";
import type { Call } from "../calls.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { atomValues, makeReason, unknownValues } from "./encode.ts";

/** Facts named in a reason at most: more is a list, not a reason. */
const SHOWN = 2;

/**
 * Why it suits: the facts that call for it, the loudest first. A party's own fact is named only where nothing else calls,
 * since a sentence that names one is hidden from the other party as a whole. Where nothing calls (all that is asked for
 * stands under a `not`), the comparisons that decided.
 */
export function suitsReason(context: MeasureContext): Reason {
  const { exclude, require, status } = context;
  const named = context.candidate.factors.calls.length > 0 ? callsNamed(context) : decided(context);
  const [first, second] = named;
  if (first !== undefined) {
    const roles: Record<string, string> = { role0: first.role };
    if (second !== undefined) roles.role1 = second.role;
    const atoms = second === undefined ? [first.atom] : [first.atom, second.atom];
    const { values, fields } = atomValues(atoms, SHOWN, roles);
    return makeReason("suits.facts", values, fields);
  }
  if (status === "advised" || status === "basic" || status === "open" || status === "held_back")
    return withoutFacts(exclude, require, context);
  return makeReason("suits.nothing");
}

interface Named {
  readonly atom: AtomFinding;
  readonly role: "require" | "boost";
}

function callsNamed({ candidate, input, fields }: MeasureContext): readonly Named[] {
  const { calls } = candidate.factors;
  const isShared = ({ field }: Call) => fields.get(field)?.visibility !== "ownParty";
  const anyShared = calls.some(isShared);
  const named: Named[] = [];
  for (const call of calls) {
    if (named.length === SHOWN) break;
    if (!anyShared || isShared(call)) named.push({ atom: findingOf(call.atom, input.facts), role: call.from });
  }
  return named;
}

const findingOf = (atom: Atom, facts: Facts): AtomFinding => ({
  condition: atom,
  verdict: "holds",
  fact: factOf(facts, atom.field),
  parts: [],
});

/** One comparison per field that made a requirement or a boost hold, where none of them calls. */
function decided({ require, boosts, fields }: MeasureContext): readonly Named[] {
  const holds = (finding: Finding) => finding.verdict === "holds";
  const required = require !== null && holds(require) ? explain(require, fields).atoms : [];
  const boosting = boosts.filter(holds).flatMap((boost) => explain(boost, fields).atoms);
  const all = [
    ...required.map((atom) => ({ atom, role: "require" as const })),
    ...boosting.map((atom) => ({ atom, role: "boost" as const })),
  ];
  return all.filter((one, index) => all.findIndex(({ atom }) => atom.condition.field === one.atom.condition.field) === index);
}

function withoutFacts(exclude: Finding | null, require: Finding | null, context: MeasureContext): Reason {
  if (require?.verdict === "unknown") {
    const { values, fields } = unknownValues(unknownAtoms(require).slice(0, 1), 1);
    return makeReason("suits.unknown", values, fields);
  }
  const obstacle = exclude?.verdict === "fails" ? explain(exclude, context.fields).atoms[0] : undefined;
  if (obstacle === undefined) return makeReason(require === null && exclude === null ? "suits.general" : "suits.nothing");
  const { values, fields } = atomValues([obstacle], 1);
  return makeReason("suits.no_obstacle", values, fields);
}
