import type { BenchFinding, BenchPlaceChange, BenchReport } from "@hp/contracts";
import { DataTable, Disclosure, Section, Status } from "@hp/ui";
import type { ReaderLocale, Say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import type { ReaderFormat } from "../place/reader-format.ts";

/** What the parts of a report share. */
export interface BenchKit {
  readonly t: Say;
  readonly locale: ReaderLocale;
  readonly format: ReaderFormat;
  /** Where a measure of the draft is changed. */
  readonly measurePath: (measureId: string) => string;
}
/** What measures are called, by id: a report's sentences name them by id alone. */
type Titles = ReadonlyMap<string, string>;

const severities = ["red", "yellow", "info"] as const;
const tones = { red: "stop", yellow: "ask" } as const;
/** Findings shown before the rest is behind a button. */
const shownFirst = 8;

function Findings({
  findings,
  titles,
  kit: { t, locale, measurePath },
}: {
  readonly findings: readonly BenchFinding[];
  readonly titles: Titles;
  readonly kit: BenchKit;
}) {
  const item = (one: BenchFinding, index: number) => (
    <li key={index}>
      {one.sentence[locale]}
      {titles.has(one.subject) ? (
        <span className="sub small">
          <PageLink href={measurePath(one.subject)}>{titles.get(one.subject)}</PageLink>
        </span>
      ) : null}
    </li>
  );
  return (
    <div className="stack-6">
      {severities.map((severity) => {
        const some = findings.filter((one) => one.severity === severity);
        if (some.length === 0) return null;
        return (
          <section key={severity} className="stack-2" aria-labelledby={`fynd-${severity}`}>
            <h3 id={`fynd-${severity}`}>
              {severity === "info" ? (
                <span className="status">{t("findings.info", { count: some.length })}</span>
              ) : (
                <Status tone={tones[severity]}>{t(`findings.${severity}`, { count: some.length })}</Status>
              )}
            </h3>
            <ul className="plain measure">{some.slice(0, shownFirst).map(item)}</ul>
            {some.length > shownFirst ? (
              <Disclosure summary={t("findings.more", { count: some.length - shownFirst })}>
                <ul className="plain measure">{some.slice(shownFirst).map(item)}</ul>
              </Disclosure>
            ) : null}
          </section>
        );
      })}
      {findings.length === 0 ? <p className="say">{t("findings.none")}</p> : null}
    </div>
  );
}

function Moves({
  moves,
  titles,
  kit: { t, locale },
  sign,
}: {
  readonly moves: BenchPlaceChange["gains"];
  readonly titles: Titles;
  readonly kit: BenchKit;
  readonly sign: "gain" | "loss";
}) {
  if (moves.length === 0) return <span className="muted">{t("places.nothing")}</span>;
  return (
    <ul className="plain">
      {moves.map((move) => (
        <li key={`${move.measureId} ${move.basic}`}>
          {t(`places.${sign}`, { measure: titles.get(move.measureId) ?? move.measureId })} <span className="muted">{move.measureId}</span>
          {move.basic ? ` ${t("places.basic")}` : null}
          <span className="sub">{move.reason[locale]}</span>
        </li>
      ))}
    </ul>
  );
}

function PlaceTable({
  places,
  caption,
  titles,
  kit,
}: {
  readonly places: readonly BenchPlaceChange[];
  readonly caption: string;
  readonly titles: Titles;
  readonly kit: BenchKit;
}) {
  const { t } = kit;
  return (
    <DataTable
      caption={caption}
      hideCaption
      cards
      columns={[
        { key: "place", label: t("places.place"), cardLabel: false },
        { key: "gains", label: t("places.gains") },
        { key: "losses", label: t("places.losses") },
      ]}
      rows={places.map((place) => ({
        key: place.id,
        cells: [
          place.name,
          <Moves key="g" moves={place.gains} titles={titles} kit={kit} sign="gain" />,
          <Moves key="l" moves={place.losses} titles={titles} kit={kit} sign="loss" />,
        ],
      }))}
    />
  );
}

/** What a trial showed: first what stands in the way, then which places it touches, then how the whole catalogue fares. */
export function BenchReportSections({ report, kit }: { readonly report: BenchReport; readonly kit: BenchKit }) {
  const { t, locale, format } = kit;
  const of = (kind: BenchPlaceChange["kind"]) => report.places.filter((place) => place.kind === kind);
  const titles = new Map(report.reach.map(({ measureId, title }) => [measureId, title[locale]]));
  const share = (value: number | null) => (value === null ? "–" : format.number(value, 2));
  const moved = report.reach.filter(({ before, after }) => before !== after);
  const common = ({ mostCommon }: BenchReport["specificity"]["after"]) =>
    mostCommon === null ? "–" : `${titles.get(mostCommon.measureId) ?? mostCommon.measureId}, ${format.percent(mostCommon.share)}`;
  const { before, after } = report.specificity;
  return (
    <>
      <Section id="fynd" title={t("findings.title")} side={<p>{t("findings.side")}</p>}>
        <Findings findings={report.findings} titles={titles} kit={kit} />
      </Section>
      <Section id="platser" title={t("places.title")} side={<p>{t("places.side")}</p>}>
        <div className="stack-6">
          <p className="say">
            {t("places.say", {
              ours: of("ours").length,
              municipalities: of("municipality").length,
              all: report.counts.municipality,
            })}
          </p>
          {of("ours").length === 0 ? null : <PlaceTable places={of("ours")} caption={t("places.ours")} titles={titles} kit={kit} />}
          {of("municipality").length === 0 ? null : (
            <Disclosure summary={t("places.municipalities", { count: of("municipality").length })}>
              <p className="measure small muted">{t("places.drawn")}</p>
              <PlaceTable
                places={of("municipality").slice(0, 60)}
                caption={t("places.municipalities", { count: of("municipality").length })}
                titles={titles}
                kit={kit}
              />
              {of("municipality").length > 60 ? <p className="small muted">{t("places.firstOf", { shown: 60 })}</p> : null}
            </Disclosure>
          )}
        </div>
      </Section>
      <Section id="katalog" title={t("whole.title")} side={<p>{t("whole.side")}</p>}>
        <div className="stack-6">
          <DataTable
            caption={t("whole.specificity")}
            cards
            columns={[
              { key: "figure", label: t("whole.figure"), cardLabel: false },
              { key: "before", label: t("whole.before"), align: "end" },
              { key: "after", label: t("whole.after"), align: "end" },
            ]}
            rows={[
              { key: "overlap", cells: [t("whole.overlap"), before === null ? "–" : share(before.overlap), share(after.overlap)] },
              {
                key: "distinct",
                cells: [t("whole.distinct"), before === null ? "–" : format.number(before.distinct, 0), format.number(after.distinct, 0)],
              },
              { key: "common", cells: [t("whole.common"), before === null ? "–" : common(before), common(after)] },
            ]}
          />
          {moved.length === 0 ? (
            <p>{t("whole.noReach")}</p>
          ) : (
            <DataTable
              caption={t("whole.reach")}
              cards
              columns={[
                { key: "measure", label: t("whole.measure"), cardLabel: false },
                { key: "before", label: t("whole.before"), align: "end" },
                { key: "after", label: t("whole.after"), align: "end" },
              ]}
              rows={moved.map((one) => ({
                key: one.measureId,
                cells: [
                  <>
                    {one.title[locale]} <span className="muted">{one.measureId}</span>
                  </>,
                  one.before === null ? t("whole.isNew") : format.number(one.before, 0),
                  format.number(one.after, 0),
                ],
              }))}
            />
          )}
        </div>
      </Section>
    </>
  );
}
