import { openData } from "@hp/content";
import type { PlaceHead } from "@hp/contracts";
import { DemoNote, PageHead, Path } from "@hp/ui";
import type { ReactNode } from "react";
import { firstFailureWords } from "./failure-words.ts";
import { Announcer } from "./form/announcer.tsx";
import { FailureWordsProvider } from "./form/failure-words.tsx";
import { Problem } from "./form/problem.tsx";
import { readerLocale, say } from "./kit.ts";
import { PageLink } from "./page-link.tsx";
import { drawnStations } from "./path-stations.ts";
import { placePaths } from "./place-paths.ts";
import { readerFormat } from "./reader-format.ts";

type StationKey = PlaceHead["path"][number]["key"];

/** Props of {@link PlacePage}. */
export interface PlacePageProps {
  readonly head: PlaceHead;
  /** The station whose page this is; none on the place's own page and on that of its people. */
  readonly station?: StationKey;
  /** The place's own page has its name as heading, and its outline. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** What every page of a place has: what is made up, whose place it is, the path with its state, and the page below. */
export async function PlacePage({ head, station, title, children }: PlacePageProps) {
  const t = await say("place");
  const locale = await readerLocale();
  const format = readerFormat(locale);
  const { place } = head;
  const stations = drawnStations(head, t, format);
  const at = stations.findIndex((one) => one.id === (station ?? head.path.find(({ state }) => state === "now")?.key));
  const here = stations[Math.max(at, 0)];
  const crumb =
    title === undefined ? (
      t("crumb", { municipality: place.municipalityName, county: place.countyName })
    ) : (
      <PageLink href={placePaths(place.id).overview}>{place.name}</PageLink>
    );
  return (
    <>
      {place.isDemo ? (
        <DemoNote label={t("demo.label")} strong={t("demo.strong")}>
          {t("demo.text")}
        </DemoNote>
      ) : null}
      <PageHead
        crumb={crumb}
        title={title ?? place.name}
        outline={title === undefined ? openData.municipalityOutline(place.municipalityCode) : undefined}
      >
        <Path
          label={t("path.label", { place: place.name })}
          stations={stations}
          current={station}
          stateWords={{
            done: t("path.state.done"),
            now: t("path.state.now"),
            next: t("path.state.next"),
            blocked: t("path.state.blocked"),
          }}
          summary={
            <>
              {t("path.step", { number: Math.max(at, 0) + 1, total: stations.length })} <strong>{here?.name}</strong>. {here?.detail}.
            </>
          }
          link={PageLink}
        />
      </PageHead>
      <FailureWordsProvider words={await firstFailureWords()}>
        <div className="wrap">
          <Problem />
          {children}
        </div>
      </FailureWordsProvider>
      <Announcer />
    </>
  );
}
