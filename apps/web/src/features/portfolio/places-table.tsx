import type { PortfolioPlace } from "@hp/contracts";
import { stationKeys } from "@hp/domain";
import { DataTable, PartyMark, PathDots } from "@hp/ui";
import type { Say } from "../place/kit.ts";
import { stepSentence } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { ReaderFormat } from "../place/reader-format.ts";
import { daysSince } from "./waiting.ts";

/** What the portfolio's parts share. `place` has the texts of paths and steps. */
export interface PortfolioKit {
  readonly t: Say;
  readonly place: Say;
  readonly format: ReaderFormat;
  readonly now: number;
}

function Waits({ row, kit }: { readonly row: PortfolioPlace; readonly kit: PortfolioKit }) {
  const { nextStep } = row;
  const sentence = stepSentence(nextStep, kit.place, kit.format);
  if (nextStep.mine && nextStep.waitsOn.length > 0) return <strong>{kit.t("table.yours", { step: sentence })}</strong>;
  const parties = nextStep.waitsOn.filter((who) => who !== "coordinator");
  return (
    <>
      {parties.map((party) => (
        <PartyMark key={party} party={party} label={kit.place(`party.${party}`)} className="inline" />
      ))}{" "}
      {sentence}
    </>
  );
}

/** The reader's places with their state on the path and what waits on whom. Places are never compared. */
export function PlacesTable({ places, kit }: { readonly places: readonly PortfolioPlace[]; readonly kit: PortfolioKit }) {
  const { t, format, now } = kit;
  // What one is in a place is said only where it differs between the places.
  const isMixed = new Set(places.map(({ role }) => role)).size > 1;
  const notes = (row: PortfolioPlace) => [...(row.isDemo ? [t("table.example")] : []), ...(isMixed ? [t(`role.${row.role}`)] : [])];
  return (
    <DataTable
      caption={t("table.caption")}
      hideCaption
      cards
      empty={t("table.empty")}
      columns={[
        { key: "place", label: t("table.place") },
        { key: "path", label: t("table.path"), cardLabel: false },
        { key: "waits", label: t("table.waits"), cardLabel: false },
        { key: "waited", label: t("table.waited"), nowrap: true },
        { key: "changed", label: t("table.changed"), nowrap: true },
      ]}
      rows={places.map((row) => ({
        key: row.placeId,
        cells: [
          <>
            <PageLink href={placePaths(row.placeId).overview}>{row.name}</PageLink>
            {notes(row).length === 0 ? null : <span className="sub tiny">{notes(row).join(". ")}</span>}
          </>,
          <span key="path" className="md:whitespace-nowrap">
            <PathDots states={row.states} />{" "}
            <span className="small">
              {t("table.step", {
                station: kit.place(`path.station.${stationKeys[row.current] ?? "profile"}`),
                number: row.current + 1,
                total: row.states.length,
              })}
            </span>
          </span>,
          <Waits key="waits" row={row} kit={kit} />,
          row.nextStep.since === null || row.nextStep.waitsOn.length === 0
            ? "–"
            : t("table.days", { count: daysSince(row.nextStep.since, now) }),
          format.shortDay(row.changedAt),
        ],
      }))}
    />
  );
}
