import type { MeasureCardView, PlaceHead } from "@hp/contracts";
import { Section, Status } from "@hp/ui";
import type { ReactNode } from "react";
import { MetaList } from "../place/from-data.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { type AdviceKit, costText, evidenceText, horizonText } from "./advice-kit.ts";
import { Owners } from "./owners.tsx";

function Points({ items, ordered = false }: { readonly items: readonly string[]; readonly ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className="measure points">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </List>
  );
}

/** All there is to read of a measure before deciding on it: what it is, what it takes, step by step, what speaks for it and against. */
export async function MeasurePage({ head, measure }: { readonly head: PlaceHead; readonly measure: MeasureCardView }) {
  const [t, editor] = [await say("recommendation"), await say("editor")];
  const locale = await readerLocale();
  const format = readerFormat(locale);
  const kit: AdviceKit = { head, t, format, locale, indexOf: () => 1, mayEdit: false };
  const { card } = measure;
  const paths = placePaths(head.place.id);
  const section = (id: string, content: ReactNode) => (
    <Section id={id} title={t(`card.${id}`)}>
      {content}
    </Section>
  );
  return (
    <PlacePage head={head} station="advice" title={measure.title}>
      <Section
        id="kort"
        title={t("card.title")}
        side={
          <>
            <p>{t("card.side", { version: measure.catalogueVersion })}</p>
            <p>
              <PageLink href={paths.advice}>{t("card.back")}</PageLink>
            </p>
          </>
        }
      >
        <div className="stack-6">
          {measure.retired ? <Status tone="stop">{t("card.retired")}</Status> : null}
          <p className="lead measure">{card?.summary ?? t("card.none")}</p>
          <MetaList
            items={[
              { term: t("meta.evidence"), value: evidenceText(measure, kit) },
              { term: t("meta.cost"), value: costText(measure, kit) },
              { term: t("meta.time"), value: horizonText(measure, kit) },
              { term: t("meta.owner"), value: <Owners owners={measure.owners} kit={kit} /> },
            ]}
          />
          {measure.caution === null ? null : (
            <p className="measure">
              <strong>{t("card.caution")}</strong> {measure.caution}
            </p>
          )}
        </div>
      </Section>
      {card === null ? null : (
        <>
          {section("success", <Points items={card.success} />)}
          {section("steps", <Points items={card.steps} ordered />)}
          {section("municipality", <p className="measure">{card.municipality}</p>)}
          {section("company", <p className="measure">{card.company}</p>)}
          {section(
            "followUp",
            <div className="stack-4">
              <Points items={card.followUp} />
              {measure.kpis.length === 0 ? null : (
                <p className="small muted measure">{t("card.kpis", { kpis: format.list(measure.kpis) })}</p>
              )}
            </div>,
          )}
          {section("counterEvidence", <p className="measure">{card.counterEvidence}</p>)}
        </>
      )}
      {section(
        "sources",
        <div className="stack-4">
          <p className="measure">{measure.source}</p>
          {measure.evidenceNote === null ? null : <p className="measure">{measure.evidenceNote}</p>}
          {measure.legal === null ? null : (
            <p className="measure">
              <strong>{t("meta.legal")}</strong> {measure.legal}
            </p>
          )}
          {card === null || card.funding.length === 0 ? null : (
            <p className="measure">
              <strong>{t("card.funding")}</strong> {format.list(card.funding.map((key) => editor(`funding.${key}`)))}.{" "}
              {t("card.fundingNote")}
            </p>
          )}
          <p className="small muted">{t("card.reviewBy", { month: format.month(`${measure.reviewBy}-01`) })}</p>
        </div>,
      )}
    </PlacePage>
  );
}
