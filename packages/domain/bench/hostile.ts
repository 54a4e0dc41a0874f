// How long a condition takes that somebody sent to do harm: checked, and carried out where it passes. Prints nothing; judges nothing.
import {
  type Condition,
  compileCondition,
  evaluate,
  type Facts,
  type FieldCatalogue,
  readCondition,
  validateCondition,
} from "../src/index.ts";
import { hostileTrees } from "../test/hostile-trees.ts";

/** How long one of many conditions takes, in microseconds. */
export interface HostileRow {
  readonly what: string;
  readonly conditions: number;
  readonly medianUs: number;
  /** Of the slowest one. */
  readonly highestUs: number;
}

/** The quickest of three: what the condition takes, and not what else the machine did meanwhile. */
function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best * 1000;
}

function row(what: string, times: readonly number[]): HostileRow {
  const sorted = [...times].sort((one, other) => one - other);
  return { what, conditions: times.length, medianUs: sorted[Math.floor(sorted.length / 2)] ?? 0, highestUs: sorted.at(-1) ?? 0 };
}

/** Some 6,200 hostile conditions: checking all; compiling, evaluating with every leaf explained and reading those that pass. */
export function measureHostile(fields: FieldCatalogue, facts: Facts): readonly HostileRow[] {
  const trees = hostileTrees([...fields.keys()]);
  const good = trees.filter((tree) => validateCondition(tree, fields).length === 0) as readonly Condition[];
  const over = (conditions: readonly Condition[], work: (condition: Condition) => unknown) =>
    conditions.map((condition) => quickest(() => work(condition)));
  return [
    row(
      "checked before anything else",
      trees.map((tree) => quickest(() => validateCondition(tree, fields))),
    ),
    row(
      "compiled anew and evaluated",
      over(good, (condition) => compileCondition(structuredClone(condition))(facts)),
    ),
    row(
      "evaluated with every leaf explained",
      over(good, (condition) => evaluate(condition, facts, fields)),
    ),
    row(
      "read in words",
      over(good, (condition) => readCondition(condition, "sv", fields)),
    ),
  ];
}
