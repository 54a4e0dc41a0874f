import { atomVerdict } from "./atom.ts";
import { atomsByField, type Cell, cellsOf } from "./cells.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { isAtom, partsOf } from "./shape.ts";
import type { Atom, Condition, Facts } from "./types.ts";

/** Steps a search may take: a condition of ordinary size needs some dozens. */
export const MAX_STEPS = 20_000;

/** Whether some facts give a condition a verdict. `possible` proves it by such facts; `undecided` is past the bound. */
export type Possibility =
  | { readonly kind: "possible"; readonly facts: Facts }
  | { readonly kind: "impossible" }
  | { readonly kind: "undecided" };

type Wanted = "holds" | "fails";
interface Goal {
  readonly condition: Condition;
  readonly wanted: Wanted;
}
/** At least `needed` of the options must come true, fewer than there are. */
interface Choice {
  readonly options: readonly Goal[];
  readonly needed: number;
}
type Domains = ReadonlyMap<string, readonly Cell[]>;
interface State {
  readonly goals: readonly Goal[];
  readonly choices: readonly Choice[];
  readonly domains: Domains;
}

/**
 * Whether the condition can hold, or fail, for any facts within their fields' ranges. Walks the condition's disjunctive
 * normal form one conjunction at a time, keeping for each field the values still allowed, so comparisons of the same
 * field are seen together. Fields count as independent: that one is computed from another is not known here.
 *
 * @param condition Valid over `fields` (`validateCondition`).
 * @param maxSteps Whole number above 0. Past it the answer is `undecided`, never a guess.
 * @returns Exact where decided, with numbers taken as real numbers. An empty `all` can only hold, an empty `any` only fail.
 * @throws RangeError if the condition names a field that `fields` does not have.
 */
export function possibility(condition: Condition, wanted: Wanted, fields: FieldCatalogue, maxSteps: number = MAX_STEPS): Possibility {
  const domains = new Map<string, readonly Cell[]>();
  for (const [key, atoms] of atomsByField(condition)) {
    const field = fields.get(key);
    if (field === undefined) throw new RangeError(`condition names an unknown field: ${key}`);
    const cells = cellsOf(field, atoms);
    if (cells === null) return { kind: "undecided" };
    domains.set(key, cells);
  }
  return search({ goals: [{ condition, wanted }], choices: [], domains }, { left: maxSteps });
}

function search(state: State, steps: { left: number }): Possibility {
  const settled = settle(state, steps);
  if (settled === "undecided" || settled === "impossible") return { kind: settled };
  const [choice, ...choices] = [...settled.choices].sort((a, b) => a.options.length - b.options.length);
  if (choice === undefined) return { kind: "possible", facts: factsFrom(settled.domains) };
  const [option, ...others] = choice.options as readonly [Goal, ...Goal[]];
  const taken = search({ goals: [option], choices: withChoice(choices, others, choice.needed - 1), domains: settled.domains }, steps);
  if (taken.kind === "possible") return taken;
  // Leaving the option out leaves one choice fewer: with as many left as are needed, all of them are goals.
  const must = others.length === choice.needed;
  const left = {
    goals: must ? others : [],
    choices: must ? choices : [...choices, { ...choice, options: others }],
    domains: settled.domains,
  };
  // Past the bound this is undecided too: what is left always comes down to goals, and each takes a step.
  return search(left, steps);
}

const withChoice = (choices: readonly Choice[], options: readonly Goal[], needed: number): readonly Choice[] =>
  needed <= 0 ? choices : [...choices, { options, needed }];

/** Works through the goals until only choices are left: what must hold narrows the domains. */
function settle(state: State, steps: { left: number }): State | "impossible" | "undecided" {
  const goals = [...state.goals];
  const choices = [...state.choices];
  const domains = new Map(state.domains);
  for (let goal = goals.pop(); goal !== undefined; goal = goals.pop()) {
    steps.left -= 1;
    if (steps.left < 0) return "undecided";
    if (isAtom(goal.condition)) {
      if (!narrow(domains, goal.condition, goal.wanted)) return "impossible";
      continue;
    }
    const { options, needed } = needs(goal.condition, goal.wanted);
    if (needed > options.length) return "impossible";
    if (needed === options.length) goals.push(...options);
    else if (needed > 0) choices.push({ options, needed });
  }
  return { goals: [], choices, domains };
}

function narrow(domains: Map<string, readonly Cell[]>, atom: Atom, wanted: Wanted): boolean {
  const allowed = (domains.get(atom.field) ?? []).filter((value) => atomVerdict(atom, value) === wanted);
  domains.set(atom.field, allowed);
  return allowed.length > 0;
}

const opposite = { holds: "fails", fails: "holds" } as const satisfies Record<Wanted, Wanted>;

/** How many of a branch's parts must come true for it to, and as what. */
function needs(branch: Exclude<Condition, Atom>, wanted: Wanted): Choice {
  if ("not" in branch) return { options: [{ condition: branch.not, wanted: opposite[wanted] }], needed: 1 };
  const options = partsOf(branch).map((condition): Goal => ({ condition, wanted }));
  const up = wanted === "holds";
  if ("all" in branch) return { options, needed: up ? options.length : 1 };
  if ("any" in branch) return { options, needed: up ? 1 : options.length };
  return { options, needed: up ? branch.atLeast : options.length - branch.atLeast + 1 };
}

function factsFrom(domains: Domains): Facts {
  return Object.fromEntries([...domains].map(([key, [value]]) => [key, value ?? null]));
}
