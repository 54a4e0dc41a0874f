import type { AskedOf, Instrument, Precondition, PreconditionType, Visibility } from "../instrument/types.ts";
import type { Text } from "../text/text.ts";

/** Where a field's value comes from. */
export const fieldKinds = ["precondition", "score", "item", "gap", "factGap", "peer"] as const;
/** Where a field comes from: asked or fetched (`precondition`), or computed from the assessment or from open data. */
export type FieldKind = (typeof fieldKinds)[number];

/** Everything a rule, a form or a sentence needs to know about a field that a condition may name. */
export interface Field {
  /** `vakans`, `score.boende`, `item.boende-1`, `gap.boende`, `factGap.boende`, `peer.N15424`. */
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly type: PreconditionType;
  readonly unit: Text | null;
  /** Lowest and highest value allowed, both included; null where there is no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** Decimals that the value is given with: a counterfactual moves by one unit of the last. 0 for everything but numbers. */
  readonly decimals: number;
  readonly choices: readonly (Text & { readonly key: string })[] | null;
  readonly levels: readonly (Text & { readonly value: number })[] | null;
  readonly askedOf: AskedOf;
  readonly visibility: Visibility;
}

/** Field key to field. A Map, so that a key such as `__proto__` is simply unknown. */
export type FieldCatalogue = ReadonlyMap<string, Field>;

/** KPI code to its title in both languages. */
export type KpiTitles = Readonly<Record<string, Text>>;

/**
 * Every field that a condition over this instrument may name, with label, type, unit and range.
 * `gap.*` is signed (municipality minus industry): the rules compare its size by testing both sides of zero,
 * so an absolute value here would make their `lte -15` impossible. `max_gap` and `fact_gap_abs` are sizes.
 *
 * @param kpiTitles KPIs that may stand in a `peer.*` field, besides those the instrument names; without a title the label gives the code.
 * @returns A new map; preconditions first, in the instrument's order.
 * @see docs/method.md#conditions
 */
export function fieldCatalogue(instrument: Instrument, kpiTitles: KpiTitles = {}): FieldCatalogue {
  const fields: Field[] = instrument.preconditions.map(preconditionField);
  for (const { id, sv, en, items } of instrument.dimensions) {
    fields.push(computed("score", `score.${id}`, { sv: `Poäng för ${sv}`, en: `Score of ${en}` }, 0, points));
    fields.push(
      computed(
        "gap",
        `gap.${id}`,
        { sv: `Glapp mellan kommun och industri i ${sv}`, en: `Gap between municipality and industry in ${en}` },
        -100,
        points,
      ),
    );
    fields.push(
      computed(
        "factGap",
        `factGap.${id}`,
        { sv: `Skillnad mellan bild och fakta i ${sv}`, en: `Difference between perception and fact in ${en}` },
        -100,
        points,
      ),
    );
    for (const item of items) {
      fields.push(
        computed(
          "item",
          `item.${item.id}`,
          { sv: `Poäng för påståendet ”${item.sv}”`, en: `Score of the statement “${item.en}”` },
          0,
          points,
        ),
      );
    }
  }
  for (const [kpi, title] of peerTitles(instrument, kpiTitles)) fields.push(computed("peer", `peer.${kpi}`, title, null, null));
  return new Map(fields.map((field) => [field.key, field]));
}

const points: Text = { sv: "poäng", en: "points" };

function computed(kind: FieldKind, key: string, label: Text, min: number | null, unit: Text | null): Field {
  const max = min === null ? null : 100;
  const visibility = kind === "peer" ? "public" : "parties";
  return { key, kind, label, type: "number", unit, min, max, decimals: 1, choices: null, levels: null, askedOf: "derived", visibility };
}

function preconditionField(p: Precondition): Field {
  return {
    key: p.key,
    kind: "precondition",
    label: { sv: p.sv, en: p.en },
    type: p.type,
    unit: p.unit,
    min: p.min,
    max: p.max,
    decimals: decimalsOf(p),
    choices: p.values,
    levels: p.levels,
    askedOf: p.askedOf,
    visibility: p.visibility,
  };
}

/** Ratios (range up to 5) are given with two decimals, other numbers with one. */
function decimalsOf({ type, min, max }: Precondition): number {
  if (type !== "number") return 0;
  return min !== null && max !== null && max - min <= 5 ? 2 : 1;
}

function peerTitles(instrument: Instrument, kpiTitles: KpiTitles): Map<string, Text> {
  const titles = new Map<string, Text>();
  for (const dimension of instrument.dimensions) {
    for (const { kpi } of dimension.indicators) titles.set(kpi, { sv: `nyckeltalet ${kpi} i Kolada`, en: `indicator ${kpi} in Kolada` });
  }
  for (const [kpi, title] of Object.entries(kpiTitles)) titles.set(kpi, title);
  return titles;
}

const cached = new WeakMap<Instrument, WeakMap<KpiTitles, FieldCatalogue>>();
const noTitles: KpiTitles = {};

/** `fieldCatalogue`, made once per instrument and titles and kept as long as they live; neither may be changed after. */
export function cachedFieldCatalogue(instrument: Instrument, kpiTitles: KpiTitles = noTitles): FieldCatalogue {
  const byTitles = cached.get(instrument) ?? new WeakMap<KpiTitles, FieldCatalogue>();
  cached.set(instrument, byTitles);
  const fields = byTitles.get(kpiTitles) ?? fieldCatalogue(instrument, kpiTitles);
  byTitles.set(kpiTitles, fields);
  return fields;
}
