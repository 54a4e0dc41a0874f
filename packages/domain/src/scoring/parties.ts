import type { Party } from "../instrument/types.ts";

/** A value per party, for those that have one. */
export type ByParty<T> = Partial<Record<Party, T>>;

/** Sets a party's value. By name and not by key, since it is done for every statement of every round. */
export function setParty<T>(values: ByParty<T>, party: Party, value: T): void {
  if (party === "municipality") values.municipality = value;
  else if (party === "industry") values.industry = value;
  else values.residents = value;
}
