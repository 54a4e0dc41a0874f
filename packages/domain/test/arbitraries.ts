import fc from "fast-check";
import type { AdviceInput, AnswerCounts, Atom, Condition, Facts, FactValue, Field, GroupTally, Party, RoleGroup } from "../src/index.ts";
import { fieldCatalogue } from "../src/index.ts";
import { referenceFigures } from "../src/recommendation/reference-figures.ts";
import { inputOf, instrument, wideCatalogue } from "./world.ts";

/** Runs per property; FC_RUNS asks for a longer run. */
export const runs = Number(process.env.FC_RUNS ?? 1000);

export const fields = fieldCatalogue(instrument, { N00610: { sv: "Trygg utomhus, andel", en: "Safe outdoors, share" } });
const named = (key: string): Field => {
  const field = fields.get(key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return field;
};
/** One field of each type and kind, so that conditions meet in the same ones. */
export const someFields: readonly Field[] = [
  "vakans",
  "skiftandel",
  "restid_stad",
  "mv_pk",
  "bef_trend5",
  "bostadslage",
  "fas",
  "profil",
  "rekryt_externt",
  "mognad",
  "score.boende",
  "gap.boende",
  "peer.N00610",
].map(named);

const gridNumber = (field: Field) => {
  const scale = 10 ** field.decimals;
  const [min, max] = [field.min ?? -50, field.max ?? 50];
  return fc.integer({ min: Math.ceil(min * scale), max: Math.floor(Math.min(max, min + 120) * scale) }).map((tick) => tick / scale);
};

/** A value that the field can have. */
export function valueIn(field: Field): fc.Arbitrary<FactValue> {
  if (field.type === "boolean") return fc.boolean();
  const keys = field.choices?.map((choice) => choice.key) ?? [];
  if (field.type === "enum") return fc.constantFrom(...keys);
  if (field.type === "multiEnum") return fc.subarray(keys);
  return gridNumber(field);
}

function atomOf(field: Field): fc.Arbitrary<Atom> {
  const make =
    (op: Atom["op"]) =>
    (value: Atom["value"]): Atom => ({ field: field.key, op, value });
  const keys = field.choices?.map((choice) => choice.key) ?? [];
  if (field.type === "boolean") return fc.boolean().map(make("eq"));
  if (field.type === "multiEnum") return fc.constantFrom(...keys).map(make("contains"));
  if (field.type === "enum") {
    return fc.oneof(
      fc.constantFrom(...keys).map(make("eq")),
      fc.constantFrom(...keys).map(make("ne")),
      fc.subarray(keys, { minLength: 1 }).map(make("in")),
    );
  }
  const one = gridNumber(field);
  const simple = fc.tuple(fc.constantFrom("eq", "ne", "lt", "lte", "gt", "gte"), one).map(([op, value]) => make(op as Atom["op"])(value));
  const range = fc.tuple(one, one).map(([a, b]) => make("between")([Math.min(a, b), Math.max(a, b)]));
  const list = fc.uniqueArray(one, { minLength: 1, maxLength: 4 }).map(make("in"));
  return fc.oneof({ arbitrary: simple, weight: 6 }, range, list);
}

export const atom: fc.Arbitrary<Atom> = fc.constantFrom(...someFields).chain(atomOf);

/** Conditions of up to four levels over `someFields`, without `known` unless asked for. */
export function condition({ known = false, not = true } = {}): fc.Arbitrary<Condition> {
  const leaf = known
    ? fc.oneof(
        { arbitrary: atom, weight: 8 },
        fc.tuple(fc.constantFrom(...someFields), fc.boolean()).map(([field, value]): Atom => ({ field: field.key, op: "known", value })),
      )
    : atom;
  return fc.letrec<{ node: Condition }>((tie) => {
    const parts = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
    const branches = [
      parts.map((all): Condition => ({ all })),
      parts.map((any): Condition => ({ any })),
      parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast): Condition => ({ atLeast, of }))),
      ...(not ? [tie("node").map((one): Condition => ({ not: one }))] : []),
    ];
    return { node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, ...branches) };
  }).node;
}

/** Facts over `someFields`, about a quarter of them unknown. */
export const facts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(someFields.map((field) => [field.key, fc.option(valueIn(field), { freq: 3 })])),
);

const counts: fc.Arbitrary<AnswerCounts> = fc.tuple(
  ...([0, 1, 2, 3, 4].map(() => fc.nat({ max: 4 })) as [
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
  ]),
);
const statementIds = instrument.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id));

const answered = fc
  .subarray(statementIds)
  .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.record({ counts, cannotJudge: fc.nat({ max: 3 }) })))))
  .map((entries) => Object.fromEntries(entries));
const importance = fc
  .subarray(instrument.dimensions.map((dimension) => dimension.id))
  .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), counts))))
  .map((entries) => Object.fromEntries(entries));

const groupOf = (party: Party, organisationId: string, roleGroup: RoleGroup): fc.Arbitrary<GroupTally> =>
  fc.record({
    party: fc.constant(party),
    organisationId: fc.constant(organisationId),
    roleGroup: fc.constant(roleGroup),
    respondents: fc.nat({ max: 20 }),
    items: answered,
    importance,
  });

/** Random partial surveys: up to seven groups of three parties, two companies among them. */
export const tallies: fc.Arbitrary<readonly GroupTally[]> = fc
  .tuple(
    groupOf("municipality", "kommun", "politicians"),
    groupOf("municipality", "kommun", "administration"),
    groupOf("industry", "verket", "management"),
    groupOf("industry", "verket", "employees"),
    groupOf("industry", "gruvan", "management"),
    groupOf("residents", "orten", "residents"),
  )
  .chain((all) => fc.subarray(all));

const maybeScore = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 6 });
const sketch = fc.record({
  municipality: maybeScore,
  industry: maybeScore,
  importance: fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { freq: 4 }),
});

/** What is known about a random place of the test world: scores, facts, fact indexes. */
export const input: fc.Arbitrary<AdviceInput> = fc
  .record({
    sketches: fc.record({ boende: sketch, arbete: sketch, samverkan: sketch }),
    items: fc.record({ boende: maybeScore, arbete: maybeScore, samverkan: maybeScore }),
    facts: fc.record({
      ...Object.fromEntries(
        someFields
          .filter((field) => field.kind !== "score" && field.kind !== "gap")
          .map((field) => [field.key, fc.option(valueIn(field), { freq: 3 })]),
      ),
      ob_omsorg: fc.option(fc.boolean()),
      ekonomi_svag: fc.option(fc.boolean()),
      utv_resurs: fc.option(fc.integer({ min: 0, max: 8 }).map((half) => half / 2)),
      fact_gap_abs: fc.option(fc.nat({ max: 60 })),
    }),
    factIndex: fc.record({ boende: fc.option(fc.nat({ max: 100 })), arbete: fc.option(fc.nat({ max: 100 })) }),
    done: fc.subarray(["SV01", "AR03"]),
  })
  .map(({ sketches, items, facts: known, factIndex, done }) => {
    const withItems = Object.fromEntries(
      Object.entries(sketches).map(([id, one]) => {
        const score = items[id as keyof typeof items];
        return [id, { ...one, items: score === null ? {} : { [`${id}-1`]: { municipality: score, industry: Math.max(0, score - 5) } } }];
      }),
    );
    return inputOf(withItems, known as Facts, { factIndex, done });
  });

/** What is usual among sixty places drawn as above: the same ones in every run. */
export const reference = referenceFigures(wideCatalogue, fc.sample(input, { numRuns: 60, seed: 20_261_125 }));

/** Holds the guarantee against random values, `runs` times unless told; the seed of a failure is printed by fast-check. */
export function forAll<T extends readonly unknown[]>(
  values: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  guarantee: (...those: T) => void,
  numRuns: number = runs,
): void {
  const all = fc.tuple(...(values as readonly fc.Arbitrary<unknown>[]));
  fc.assert(
    fc.property(all, (those) => {
      guarantee(...(those as unknown as T));
    }),
    { numRuns },
  );
}
