import { MINIMUM_COVERAGE } from "../scoring/estimate.ts";
import { DIRICHLET_PRIOR } from "../scoring/posterior.ts";
import { sum } from "../scoring/sum.ts";
import { checkLength, checkPositive, checkWhole } from "./check.ts";
import { finitePosterior, type PosteriorMean } from "./dirichlet.ts";
import type { SampleOptions } from "./wilson.ts";

/** How a dimension's mean is to be made. */
export interface DimensionOptions extends SampleOptions {
  /** Relative weight of each item, > 0; equal unless said. */
  readonly weights?: readonly number[];
  /** Answers go from 1 to this; 5 unless said. */
  readonly categories?: number;
  /** Share of the items' weight, (0, 1], that must have an answer; half unless said. */
  readonly minimumCoverage?: number;
}

/** A dimension's mean over respondents, or what it lacks. */
export type DimensionMean =
  | (PosteriorMean & {
      readonly kind: "estimated";
      /** Share of the items' weight with an answer, (0, 1]. */
      readonly coverage: number;
      /** People with at least one answer. */
      readonly respondents: number;
      /**
       * The variance over what it would be if a person's answers to the items had nothing to do with each other; about 1 if
       * so, up to the number of items if people answer all items alike.
       */
      readonly designEffect: number;
    })
  | {
      readonly kind: "insufficient";
      readonly coverage: number;
      readonly respondents: number;
      /** Places of the items without an answer, from 0. */
      readonly missing: readonly number[];
    };

/**
 * The mean of a dimension (the weighted mean of its items' means, on the answers' own scale) with an interval in which the
 * *person* is the unit: someone who is content says so in every item, so five items of ten people are not fifty answers.
 *
 * The answers of a person stay together: people are drawn from a Dirichlet process whose prior is, for each category, half a
 * person who chooses it in every item. With N_i the answers to item i, A_i = N_i + K/2, m_i its posterior mean and
 * A = n + K/2, a person's pull on the whole is u = Σ_i w_i·(y_i − m_i)·A/A_i over what they answered, and the variance
 * Σ u²/(A·(A + 1)) over people and half-people. For one item this is exactly `ordinalPosterior`; for items answered alike, the same
 * interval as for one; for holes in the answers, a linearisation. The finite population enters as in `ordinalPosterior`.
 *
 * @param answers A row per person, a column per item, 1 to `categories`, null where missing ("cannot judge" is). Those who
 *   cannot judge are outside what is estimated: if everyone there is has been heard, nothing is left to estimate.
 * @returns On the answers' scale: 25·(mean − 1) gives points, 625·variance their variance.
 * @throws RangeError if rows differ in length, an answer is not one of the categories, a weight is not above 0, the
 *   population is smaller than the respondents or another option out of range.
 * @see T. S. Ferguson, "A Bayesian analysis of some nonparametric problems", Annals of Statistics 1 (1973), 209–230
 * @see D. A. Binder, "Non-parametric Bayesian models for samples from finite populations", JRSS B 44 (1982), 388–393
 * @see W. G. Cochran, Sampling Techniques (3rd ed., 1977), ch. 9 — clusters as units
 */
export function dimensionMean(answers: readonly (readonly (number | null)[])[], options: DimensionOptions = {}): DimensionMean {
  const table = readTable(answers, options);
  const { minimumCoverage = MINIMUM_COVERAGE } = options;
  if (!(minimumCoverage > 0 && minimumCoverage <= 1))
    throw new RangeError(`minimumCoverage must be above 0 and at most 1: ${minimumCoverage}`);
  const heaviest = table.weights.reduce((most, weight) => Math.max(most, weight), 0);
  const items = table.weights.map((weight, index) => itemOf(table, index, weight / heaviest));
  const answered = items.filter((item) => item.count > 0);
  const weight = sum(answered.map((item) => item.weight));
  const coverage = answered.length === items.length ? 1 : weight / sum(items.map((item) => item.weight));
  const respondents = table.people.length;
  if (!(weight > 0) || coverage < minimumCoverage) {
    const missing = items.filter((item) => item.count === 0).map((item) => item.index);
    return { kind: "insufficient", coverage, respondents, missing };
  }
  const shares = answered.map((item) => ({ ...item, weight: item.weight / weight }));
  const total = respondents + table.categories * DIRICHLET_PRIOR;
  const variance = sum(pulls(table, shares, total)) / (total * (total + 1));
  const posterior = finitePosterior(
    {
      mean: sum(shares.map((item) => item.weight * item.mean)),
      expected: sum(shares.map((item) => item.weight * item.expected)),
      variance,
      weight: total,
      answers: respondents,
      scale: { low: 1, high: table.categories },
    },
    options,
  );
  return { kind: "estimated", ...posterior, coverage, respondents, designEffect: variance / unrelatedVariance(shares) };
}

interface Table {
  /** People with at least one answer. */
  readonly people: readonly (readonly (number | null)[])[];
  readonly weights: readonly number[];
  readonly categories: number;
}

function readTable(answers: readonly (readonly (number | null)[])[], { weights, categories = 5 }: DimensionOptions): Table {
  checkWhole(categories, "categories", 2);
  const items = weights?.length ?? answers[0]?.length ?? 0;
  const checked = weights ?? new Array<number>(items).fill(1);
  checkLength(checked, weights === undefined ? "answers[0]" : "weights", 1);
  for (const [index, weight] of checked.entries()) checkPositive(weight, `weights[${index}]`);
  for (const [row, person] of answers.entries()) checkPerson(person, `answers[${row}]`, items, categories);
  return { people: answers.filter((person) => person.some((answer) => answer !== null)), weights: checked, categories };
}

function checkPerson(person: readonly (number | null)[], name: string, items: number, categories: number): void {
  if (person.length !== items) throw new RangeError(`${name} must have ${items} entries, one per item: ${person.length}`);
  for (const [index, answer] of person.entries()) {
    if (answer === null) continue;
    checkWhole(answer, `${name}[${index}]`, 1);
    if (answer > categories) throw new RangeError(`${name}[${index}] must be at most ${categories}: ${answer}`);
  }
}

interface Item {
  readonly index: number;
  readonly weight: number;
  readonly count: number;
  /** Plain mean of the answers; 0 without any. */
  readonly mean: number;
  /** Posterior mean. */
  readonly expected: number;
  /** Posterior variance of the item alone. */
  readonly variance: number;
  /** Answers and prior together: A_i. */
  readonly total: number;
}

function itemOf({ people, categories }: Table, index: number, weight: number): Item {
  const known = people.flatMap((person) => person[index] ?? []);
  const count = known.length;
  const total = count + categories * DIRICHLET_PRIOR;
  const added = scaleOf(categories);
  const expected = (sum(known) + DIRICHLET_PRIOR * sum(added)) / total;
  const squares = (values: readonly number[]) => sum(values.map((value) => (value - expected) * (value - expected)));
  const variance = (squares(known) + DIRICHLET_PRIOR * squares(added)) / (total * (total + 1));
  return { index, weight, count, mean: count === 0 ? 0 : sum(known) / count, expected, variance, total };
}

/** The squared pull of every person, and of the half-person of each category. */
function pulls({ people, categories }: Table, items: readonly Item[], total: number): readonly number[] {
  const pull = (answer: (item: Item) => number | null) => {
    const terms = items.map((item) => {
      const given = answer(item);
      return given === null ? 0 : item.weight * (given - item.expected) * (total / item.total);
    });
    const whole = sum(terms);
    return whole * whole;
  };
  const real = people.map((person) => pull((item) => person[item.index] ?? null));
  return [...real, ...scaleOf(categories).map((category) => DIRICHLET_PRIOR * pull(() => category))];
}

const unrelatedVariance = (items: readonly Item[]): number => sum(items.map((item) => item.weight * item.weight * item.variance));

const scaleOf = (categories: number): readonly number[] => Array.from({ length: categories }, (_, index) => index + 1);
