import { isAtom, partsOf } from "./shape.ts";
import type { Condition } from "./types.ts";

/**
 * A text that is the same for two conditions that say the same in another order: the parts of a branch and the values of
 * `in` count in any order (C10). Equal in meaning only by calculation (`x < 5` and `not x ≥ 5`) are not told as equal.
 */
export function conditionKey(condition: Condition): string {
  if (isAtom(condition)) {
    const { field, op, value } = condition;
    return JSON.stringify([field, op, op === "in" && Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : value]);
  }
  const name = "of" in condition ? `atLeast ${condition.atLeast}` : Object.keys(condition)[0];
  return `${name}(${partsOf(condition).map(conditionKey).sort().join(",")})`;
}
