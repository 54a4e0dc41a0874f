import type { PortfolioPlace, PortfolioView } from "@hp/contracts";

/** Whom one can ask for: oneself, the municipality or the industry. */
export const waitingFilters = ["mig", "kommunen", "industrin"] as const;
export type WaitingFilter = (typeof waitingFilters)[number];

/** Reads `?vantar=` of the address. */
export const readWaiting = (value: unknown): WaitingFilter | null => waitingFilters.find((filter) => filter === value) ?? null;

const isMine = ({ nextStep }: PortfolioPlace) => nextStep.mine && nextStep.waitsOn.length > 0;
const waitsFor = (place: PortfolioPlace, party: "municipality" | "industry") => !isMine(place) && place.nextStep.waitsOn.includes(party);

const matches: Readonly<Record<WaitingFilter, (place: PortfolioPlace) => boolean>> = {
  mig: isMine,
  kommunen: (place) => waitsFor(place, "municipality"),
  industrin: (place) => waitsFor(place, "industry"),
};

/** The places that wait on someone; all without a filter. */
export const waitingPlaces = ({ places }: Pick<PortfolioView, "places">, filter: WaitingFilter | null) =>
  filter === null ? places : places.filter(matches[filter]);

/** How many places wait on the reader, on someone else, and on nobody. */
export function countWaiting({ places }: Pick<PortfolioView, "places">) {
  const mine = places.filter(isMine).length;
  const others = places.filter((place) => !isMine(place) && place.nextStep.waitsOn.length > 0).length;
  return { mine, others, none: places.length - mine - others };
}

/** Whole days since an instant; 0 for today. */
export const daysSince = (instant: string, now: number) => Math.max(Math.floor((now - Date.parse(instant)) / 86_400_000), 0);
