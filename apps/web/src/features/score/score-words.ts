import type { DimensionView, OpenScores } from "@hp/contracts";
import type { Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

/** Texts of the situation's sentences and how they write numbers. */
export interface ScoreKit {
  readonly t: Say;
  readonly format: ReaderFormat;
}

/** Points from which a difference between the parties is a gap, and below which it is agreement. */
const bandFloor = { gap: 20, nuance: 10, consensus: 0 } as const;
const bandCeiling = { gap: Number.POSITIVE_INFINITY, nuance: 20, consensus: 10 } as const;

type Gap = NonNullable<DimensionView["gap"]>;
export type ComparedDimension = DimensionView & { readonly gap: Gap };

/**
 * The size of a gap as it is written. Whole points, unless rounding would carry it over the edge of its band: then one
 * decimal, cut off, so that "19,6" does not stand as 20 among the nuances.
 */
export function gapSizeText(gap: Pick<Gap, "points" | "band">, { format }: Pick<ScoreKit, "format">): string {
  const size = Math.abs(gap.points);
  const whole = Math.round(size);
  if (whole >= bandFloor[gap.band] && whole < bandCeiling[gap.band]) return format.number(whole, 0);
  return format.fixed(Math.floor(size * 10 + 1e-9) / 10, 1);
}

/** Areas that both parties have a score in, largest difference first. */
export function comparedDimensions(scores: OpenScores): ComparedDimension[] {
  return scores.dimensions
    .filter((one): one is ComparedDimension => one.gap !== null)
    .sort((a, b) => Math.abs(b.gap.points) - Math.abs(a.gap.points));
}

/** One word for an area, for small drawings and for rows of areas; the first word of its name where there is none. */
export const shortName = ({ id, label }: Pick<DimensionView, "id" | "label">, t: Say) =>
  t.has(`short.${id}`) ? t(`short.${id}`) : (label.split(/[ ,]/)[0] ?? label);

/** At most `max` areas by name in the middle of a sentence; more are counted. */
export function areaList(dimensions: readonly Pick<DimensionView, "id" | "label">[], { t, format }: ScoreKit, max = 3): string {
  if (dimensions.length > max) return t("areas", { count: dimensions.length, number: format.count(dimensions.length) });
  const [only] = dimensions;
  // Full names hold "and" themselves: in a row they would run together.
  return dimensions.length === 1 && only !== undefined
    ? format.lower(only.label)
    : format.list(dimensions.map((one) => format.lower(shortName(one, t))));
}

/** Areas that share the highest (or lowest) whole score of the place. */
export function extremes(
  dimensions: readonly DimensionView[],
  end: "high" | "low",
): { readonly areas: readonly DimensionView[]; readonly score: number } | null {
  const whole = dimensions.flatMap((one) => (one.place === null ? [] : [{ one, score: Math.round(one.place.score) }]));
  if (whole.length === 0) return null;
  const score = whole.reduce(
    (best, { score: next }) => (end === "high" ? Math.max(best, next) : Math.min(best, next)),
    whole[0]?.score ?? 0,
  );
  return { areas: whole.flatMap((entry) => (entry.score === score ? [entry.one] : [])), score };
}

/** Who gives the lower score, and who the higher. */
const sides = (gap: Gap) =>
  gap.points > 0 ? { lower: "industry", higher: "municipality" } : { lower: "municipality", higher: "industry" };

/** The largest difference as a clause: who gives what how much less. Areas whose written size ties are all named. */
function largestDifference(compared: readonly ComparedDimension[], kit: ScoreKit): string {
  const [first] = compared;
  if (first === undefined) return "";
  const size = gapSizeText(first.gap, kit);
  const tied = compared.filter((one) => gapSizeText(one.gap, kit) === size);
  if (tied.length > 1) return kit.t("headline.tied", { areas: areaList(tied, kit), points: size });
  const { lower, higher } = sides(first.gap);
  return kit.t("headline.difference", {
    lower: kit.t(`partyInText.${lower}`),
    higher: kit.t(`partyInText.${higher}`),
    area: kit.format.lower(first.label),
    points: size,
  });
}

/** Where the place stands, in one or two sentences that hold in every case: gaps or none, one party silent, too few answers. */
export function headline(scores: OpenScores, kit: ScoreKit): string {
  const { t, format } = kit;
  if (scores.missingParty !== null) {
    const present = scores.missingParty === "municipality" ? "industry" : "municipality";
    return t("headline.oneParty", { present: t(`partyInText.${present}`), missing: scores.missingParty });
  }
  const compared = comparedDimensions(scores);
  if (compared.length === 0) return t("headline.tooFew");
  const agreed = compared.filter(({ gap }) => gap.band === "consensus").length;
  const hasGap = compared.some(({ gap }) => gap.band === "gap");
  if (agreed === compared.length) return t("headline.allAgreed", { count: compared.length, number: format.count(compared.length) });
  const difference = largestDifference(compared, kit);
  const agreement = t("headline.agreed", { agreed: agreed === 1 ? t("one") : format.count(agreed), count: format.count(compared.length) });
  if (agreed === 0)
    return format.upper(
      `${difference} ${t("headline.noneAgreed", { count: compared.length, number: format.count(compared.length) })}`.trim(),
    );
  return hasGap ? `${agreement} ${format.upper(difference)}` : `${agreement} ${t("headline.noGap")} ${format.upper(difference)}`;
}

/** What the wheel says: which areas are highest and lowest. */
export function wheelSentence(scores: OpenScores, kit: ScoreKit): string {
  const { t } = kit;
  const high = extremes(scores.dimensions, "high");
  const low = extremes(scores.dimensions, "low");
  if (high === null || low === null) return t("wheel.none");
  if (high.score === low.score)
    return t("wheel.same", { count: high.areas.length, number: kit.format.count(high.areas.length), score: high.score });
  return kit.format.upper(
    t("wheel.say", {
      high: areaList(high.areas, kit),
      highScore: high.score,
      low: areaList(low.areas, kit),
      lowScore: low.score,
      highCount: high.areas.length,
      lowCount: low.areas.length,
    }),
  );
}

/** What the dumbbell says: how many gaps there are, which, and whether they all go one way. */
export function dumbbellSentence(compared: readonly ComparedDimension[], kit: ScoreKit): string {
  const gaps = compared.filter(({ gap }) => gap.band === "gap");
  if (compared.length === 0) return kit.t("dumbbell.tooFew");
  if (gaps.length === 0) return kit.t("dumbbell.none");
  const lower = new Set(gaps.map(({ gap }) => sides(gap).lower));
  const [only] = lower;
  const direction =
    lower.size === 1 && only !== undefined
      ? kit.t("dumbbell.lower", { party: kit.t(`partyInText.${only}`), count: gaps.length })
      : kit.t("dumbbell.mixed");
  return `${kit.t("dumbbell.gaps", { count: gaps.length, number: kit.format.count(gaps.length), areas: areaList(gaps, kit) })} ${kit.format.upper(direction)}`;
}

/** What the matrix says: what is surely both important and low. */
export function matrixSentence(scores: OpenScores, kit: ScoreKit): string {
  const placed = scores.dimensions.filter(({ quadrant }) => quadrant !== null);
  if (placed.length === 0) return kit.t("matrix.none");
  const first = placed.filter(({ quadrant }) => quadrant?.name === "prioritise" && quadrant.certain);
  if (first.length > 0) return kit.format.upper(kit.t("matrix.prioritise", { areas: areaList(first, kit), count: first.length }));
  const maybe = placed.filter(({ quadrant }) => quadrant?.name === "prioritise");
  return maybe.length > 0
    ? kit.format.upper(kit.t("matrix.maybe", { areas: areaList(maybe, kit), count: maybe.length }))
    : kit.t("matrix.noPrioritise");
}

/** What the comparison with facts says: only clear cases count. */
export function factSentence(scores: OpenScores, kit: ScoreKit): string {
  const { t } = kit;
  const known = scores.dimensions.filter((one) => one.fact !== null && one.place !== null);
  if (known.length === 0) return t("fact.none");
  const brighter = known.filter(({ factGap }) => factGap === "better_than_facts");
  const darker = known.filter(({ factGap }) => factGap === "worse_than_facts");
  const clauses = [
    brighter.length > 0 ? t("fact.brighter", { areas: areaList(brighter, kit) }) : null,
    darker.length > 0 ? t("fact.darker", { areas: areaList(darker, kit) }) : null,
  ].filter((clause) => clause !== null);
  if (clauses.length === 0) return t("fact.close", { count: known.length, number: kit.format.count(known.length) });
  return `${clauses.join(" ")}${known.length > brighter.length + darker.length ? ` ${t("fact.rest")}` : ""}`;
}
