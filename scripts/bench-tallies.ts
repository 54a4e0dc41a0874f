import type { GroupTally, Instrument } from "../packages/domain/src/index.ts";

/** A round that everyone has answered: six role groups in three organisations, five people each, made up. */
export function tallies(instrument: Instrument): GroupTally[] {
  const groups = [
    ["municipality", "a", "politicians"],
    ["municipality", "a", "administration"],
    ["municipality", "a", "municipal_companies"],
    ["industry", "b", "management"],
    ["industry", "b", "hr"],
    ["industry", "c", "employees"],
  ] as const;
  const items = Object.fromEntries(
    instrument.dimensions.flatMap((one) =>
      one.items.map(({ id }, index) => [id, { counts: [index % 2, 1, 1, 1, 1 - (index % 2)] as const, cannotJudge: 1 }]),
    ),
  );
  const importance = Object.fromEntries(instrument.dimensions.map(({ id }) => [id, [0, 0, 1, 2, 2] as const]));
  return groups.map(([party, organisationId, roleGroup]) => ({ party, organisationId, roleGroup, respondents: 5, items, importance }));
}
