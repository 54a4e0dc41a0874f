import type { Catalogue } from "../catalogue/types.ts";
import { atomVerdict } from "../condition/atom.ts";
import { atomsByField, type Cell, cellsOf } from "../condition/cells.ts";
import { cachedFieldCatalogue, type Field, type FieldCatalogue, type KpiTitles } from "../condition/field-catalogue.ts";
import { possibility } from "../condition/possibility.ts";
import type { Atom, Condition, Facts, FactValue } from "../condition/types.ts";
import { validateCondition } from "../condition/validate.ts";
import type { Instrument } from "../instrument/types.ts";
import { gateCondition, ruleOf } from "../recommendation/gate.ts";
import { factKey } from "../recommendation/reference-figures.ts";
import { createRandom, type Random } from "../statistics/random.ts";
import { clausesOf } from "./clauses.ts";
import { inputFrom } from "./test-input.ts";
import type { BenchPlace } from "./types.ts";

/** How many places, and by what seed. */
export interface TestPlacesOptions {
  /** A whole number from 1. */
  readonly count: number;
  readonly seed: string;
  readonly kpiTitles?: KpiTitles;
}

/** Steps of the search for facts that open a gate. */
const GATE_STEPS = 5000;
/** Share of the facts that nothing asks for in a place which are left unknown there. */
const UNKNOWN_ONE_IN = 6;

/**
 * Places made up to cover what the rules can meet. First, facts that open each measure's gate, packed into as few places as
 * they fit; then, for every comparison, a place where it holds, one where it fails and one where it is unknown; the rest
 * at random. Facts are drawn apart from each other, so a place need not be one that could exist.
 *
 * @returns `count` places, the same for the same seed, catalogue and instrument. Faulty conditions are left out.
 * @throws RangeError if `count` is not a whole number from 1.
 * @see catalogue-bench/SPEC.md B11–B12; how much is covered: `conditionCoverage`
 */
export function testPlaces(
  catalogue: Catalogue,
  instrument: Instrument,
  { count, seed, kpiTitles }: TestPlacesOptions,
): readonly BenchPlace[] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`count must be a whole number from 1: ${count}`);
  const fields = cachedFieldCatalogue(instrument, kpiTitles);
  const random = createRandom(`${seed}/test-places`);
  const drafts: Map<string, Cell>[] = Array.from({ length: count }, () => new Map());
  for (const facts of gateFacts(catalogue, fields)) pack(facts, drafts);
  const atoms = atomsOf(catalogue, fields);
  for (const field of fields.values()) {
    if (field.kind !== "precondition" && !atoms.has(field.key)) continue;
    fill(field, atoms.get(field.key) ?? [], drafts, random);
  }
  return drafts.map((facts, index) => ({
    id: `generated-${index + 1}`,
    name: `${seed} ${index + 1}`,
    kind: "generated",
    input: inputFrom(instrument, Object.fromEntries(facts), random),
  }));
}

function soundConditions(catalogue: Catalogue, fields: FieldCatalogue): readonly Condition[] {
  return catalogue.measures
    .flatMap(({ id }) => clausesOf(ruleOf(catalogue, id)))
    .map(({ condition }) => condition)
    .filter((condition) => validateCondition(condition, fields).length === 0);
}

/** Every comparison of the rules once, by field. */
function atomsOf(catalogue: Catalogue, fields: FieldCatalogue): ReadonlyMap<string, readonly Atom[]> {
  const found = new Map<string, Map<string, Atom>>();
  for (const condition of soundConditions(catalogue, fields)) {
    for (const [field, atoms] of atomsByField(condition)) {
      const known = found.get(field) ?? new Map<string, Atom>();
      for (const atom of atoms) known.set(factKey(atom), atom);
      found.set(field, known);
    }
  }
  return new Map([...found].map(([field, atoms]) => [field, [...atoms.values()]]));
}

function gateFacts(catalogue: Catalogue, fields: FieldCatalogue): readonly Facts[] {
  return catalogue.measures.flatMap(({ id }) => {
    const gate = gateCondition(ruleOf(catalogue, id));
    if (clausesOf(ruleOf(catalogue, id)).some(({ condition }) => validateCondition(condition, fields).length > 0)) return [];
    const found = possibility(gate, "holds", fields, GATE_STEPS);
    return found.kind === "possible" ? [found.facts] : [];
  });
}

/** Into the first place that says nothing else; left out where every place does. */
function pack(facts: Facts, drafts: readonly Map<string, Cell>[]): void {
  const entries = Object.entries(facts);
  const draft = drafts.find((one) =>
    entries.every(([key, value]) => !one.has(key) || JSON.stringify(one.get(key)) === JSON.stringify(value)),
  );
  for (const [key, value] of entries) draft?.set(key, value);
}

/** Gives the field a value in every place: first what is needed to cover its comparisons, then any. */
function fill(field: Field, atoms: readonly Atom[], drafts: readonly Map<string, Cell>[], random: Random): void {
  const cells = cellsOf(field, atoms) ?? wideCells(field);
  const taken = drafts.flatMap((draft) => (draft.has(field.key) ? [draft.get(field.key) ?? null] : []));
  const needed = cover(cells, atoms, taken);
  for (const draft of shuffled(drafts, random)) {
    if (draft.has(field.key)) continue;
    const next = needed.shift();
    if (next !== undefined) draft.set(field.key, next);
    else draft.set(field.key, random.below(UNKNOWN_ONE_IN) === 0 ? null : (cells[random.below(Math.max(1, cells.length))] ?? null));
  }
}

/** Where the choices are too many to combine: none, each alone, all. */
function wideCells({ choices }: Field): readonly FactValue[] {
  const keys = (choices ?? []).map(({ key }) => key);
  return [[], keys, ...keys.map((key) => [key])];
}

const outcomes = ["holds", "fails", "unknown"] as const;

/** The values still missing for every outcome of every comparison, the most telling first. */
function cover(cells: readonly Cell[], atoms: readonly Atom[], taken: readonly Cell[]): Cell[] {
  const all = [...cells.filter((cell) => cell !== null), null];
  const reaches = (cell: Cell) => atoms.map((atom) => `${factKey(atom)} ${atomVerdict(atom, cell)}`);
  const reached = new Set(taken.flatMap(reaches));
  const chosen: Cell[] = [];
  for (;;) {
    const gains = all.map((cell) => ({ cell, gain: reaches(cell).filter((one) => !reached.has(one)).length }));
    const best = gains.reduce((a, b) => (b.gain > a.gain ? b : a), { cell: null as Cell, gain: 0 });
    if (best.gain === 0) return chosen;
    chosen.push(best.cell);
    for (const one of reaches(best.cell)) reached.add(one);
  }
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const index = random.below(last + 1);
    const [a, b] = [copy[last], copy[index]];
    if (a !== undefined && b !== undefined) [copy[last], copy[index]] = [b, a];
  }
  return copy;
}

/** How much of what the rules can meet some places have. */
export interface ConditionCoverage {
  /** Outcomes (a comparison that holds, fails or is unknown) that some value of its field gives. */
  readonly possible: number;
  readonly covered: number;
  /** Not met: "vakans gte 5 holds". */
  readonly missing: readonly string[];
}

/** Counts over every comparison of the sound conditions of the rules, each once. */
export function conditionCoverage(
  catalogue: Catalogue,
  instrument: Instrument,
  places: readonly Pick<BenchPlace, "input">[],
  kpiTitles?: KpiTitles,
): ConditionCoverage {
  const fields = cachedFieldCatalogue(instrument, kpiTitles);
  const asked = [...atomsOf(catalogue, fields)].flatMap(([key, atoms]) => {
    const field = fields.get(key);
    const values = places.map(({ input }) => (Object.hasOwn(input.facts, key) ? (input.facts[key] ?? null) : null));
    return field === undefined ? [] : atoms.map((atom) => outcomesOf(atom, field, values));
  });
  const possible = asked.flatMap((one) => one.possible);
  const missing = asked.flatMap((one) => one.missing);
  return { possible: possible.length, covered: possible.length - missing.length, missing };
}

function outcomesOf(
  atom: Atom,
  field: Field,
  values: readonly Cell[],
): { readonly possible: readonly string[]; readonly missing: readonly string[] } {
  const cells = [...(cellsOf(field, [atom]) ?? wideCells(field)), null];
  const can = new Set(cells.map((cell) => atomVerdict(atom, cell)));
  const are = new Set(values.map((value) => atomVerdict(atom, value)));
  const named = (outcome: string) => `${factKey(atom)} ${outcome}`;
  const possible = outcomes.filter((outcome) => can.has(outcome));
  return { possible: possible.map(named), missing: possible.filter((outcome) => !are.has(outcome)).map(named) };
}
