import { factOf } from "./shape.ts";
import type { Facts, FactValue } from "./types.ts";

const bare = {};
/** The facts last found to inherit nothing: many conditions are put to the same ones, one after the other. */
let last: Facts | null = null;

/**
 * Whether fields can be read without asking if they are the facts' own: these inherit from nothing, or from a plain
 * `Object.prototype`. Fields that every object inherits are another matter (`isInherited`).
 */
export function inheritsNothing(facts: Facts): boolean {
  return facts === last || isPlain(facts);
}

function isPlain(facts: Facts): boolean {
  const prototype = Object.getPrototypeOf(facts);
  if (prototype !== null && (prototype !== Object.prototype || isPolluted())) return false;
  last = facts;
  return true;
}

/** Whether something has been put on the prototype of all objects. */
function isPolluted(): boolean {
  for (const _ in bare) return true;
  return false;
}

/** Whether every object inherits something under the field's key: `constructor`, `toString` and the like. */
export const isInherited = (field: string): boolean => field in Object.prototype;

/** A copy of some fields, of the facts' own only: what they inherit is no fact. It inherits nothing. */
export function ownFacts(facts: Facts, fields: readonly string[]): Facts {
  const own: Record<string, FactValue | null> = Object.create(null);
  for (const field of fields) own[field] = factOf(facts, field);
  return own;
}
