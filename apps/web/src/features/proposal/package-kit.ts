import type { PackageView, PlaceHead, ProposalView } from "@hp/contracts";
import type { ReaderLocale, Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

/** A page with something to choose from. */
export type ReadyPackage = Extract<PackageView, { kind: "ready" }>;
/** An answer that proposes something, or says why not. */
export type Answer = NonNullable<ProposalView["answer"]>;

/** What the sections of the package page share. */
export interface PackageKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly format: ReaderFormat;
  readonly locale: ReaderLocale;
  readonly mayEdit: boolean;
}

/** Measures of the package that are not in the plan yet. */
export const newMeasures = ({ measures }: Answer): readonly string[] =>
  measures.flatMap(({ measureId, actionId }) => (measureId !== null && actionId === null ? [measureId] : []));

/** Kronor that are easy to take in: 2,4 mkr from a million, else to the krona. */
export const shortKronor = (sek: number, { format, t }: Pick<PackageKit, "format" | "t">): string =>
  sek >= 1_000_000 ? t("millions", { millions: format.number(sek / 1_000_000, 1) }) : format.kronor(sek);
