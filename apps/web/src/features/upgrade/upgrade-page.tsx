import { randomUUID } from "node:crypto";
import type { PlaceHead, UpgradePreview, UpgradeView } from "@hp/contracts";
import { DataTable, RadioGroupField, Section, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { type ReaderLocale, readerLocale, type Say, say } from "../place/kit.ts";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { type ReaderFormat, readerFormat } from "../place/reader-format.ts";

interface UpgradeKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly locale: ReaderLocale;
  readonly format: ReaderFormat;
}

function MeasureList({ list, locale }: { readonly list: NonNullable<UpgradePreview["advice"]>["comes"]; readonly locale: ReaderLocale }) {
  return (
    <ul className="plain measure">
      {list.map((one) => (
        <li key={one.measureId}>
          {one.title[locale]} <span className="muted">{one.measureId}</span>
          <span className="sub">{one.reason}</span>
        </li>
      ))}
    </ul>
  );
}

function AdvicePreview({ advice, kit: { t, locale } }: { readonly advice: UpgradePreview["advice"]; readonly kit: UpgradeKit }) {
  if (advice === null) return <p>{t("advice.none")}</p>;
  return (
    <div className="stack-6">
      <p className="say">{t("advice.say", { comes: advice.comes.length, goes: advice.goes.length, stays: advice.stays })}</p>
      {(["comes", "goes"] as const).map((way) =>
        advice[way].length === 0 ? null : (
          <section key={way} className="stack-2" aria-labelledby={`rad-${way}`}>
            <h3 id={`rad-${way}`}>{t(`advice.${way}`)}</h3>
            <MeasureList list={advice[way]} locale={locale} />
          </section>
        ),
      )}
    </div>
  );
}

function StatementsPreview({ preview, kit: { t, locale } }: { readonly preview: UpgradePreview; readonly kit: UpgradeKit }) {
  const of = (fate: string) => preview.statements.filter((one) => one.fate === fate);
  return (
    <div className="stack-6">
      <p className="say">
        {t("statements.say", {
          kept: preview.keptStatements,
          reworded: of("reworded").length,
          isNew: of("new").length,
          retired: of("retired").length,
        })}
      </p>
      <p className="measure">{t(preview.movesRound ? "statements.moves" : "statements.stays")}</p>
      {(["new", "retired"] as const).map((fate) =>
        of(fate).length === 0 ? null : (
          <section key={fate} className="stack-2" aria-labelledby={`pst-${fate}`}>
            <h3 id={`pst-${fate}`}>{t(`statements.${fate}`)}</h3>
            <ul className="plain measure">
              {of(fate).map((one) => (
                <li key={one.statementId}>{one.title[locale]}</li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}

/** A version that is never parted at its hyphens. */
const unbroken = (version: string) => version.replaceAll("-", "\u2060-\u2060");

function ApplyForm({ preview, kit }: { readonly preview: UpgradePreview; readonly kit: UpgradeKit }) {
  const { t, locale, head } = kit;
  const reworded = preview.statements.filter(({ fate }) => fate === "reworded");
  const page = placePaths(head.place.id).upgrade;
  return (
    <CallForm
      call="upgrade.move"
      hidden={{
        placeId: head.place.id,
        toInstrument: preview.to.instrument,
        toCatalogue: preview.to.catalogue,
        previewDigest: preview.digest,
        idempotencyKey: randomUUID(),
      }}
      back={page}
      submit={t("apply.submit", { version: preview.to.catalogue })}
      busy={t("apply.busy")}
      variant="go"
      done={t("apply.done")}
      focusId="gjorda-h"
      errorTitle={t("errorTitle")}
    >
      {preview.movesRound && reworded.length > 0 ? (
        <div className="stack-6">
          <h3>{t("apply.decide")}</h3>
          {reworded.map((one) => (
            <RadioGroupField
              key={one.statementId}
              name={`decision.${one.statementId}`}
              id={`beslut-${one.statementId}`}
              label={one.title[locale]}
              hint={one.before === null ? undefined : t("apply.before", { text: one.before[locale] })}
              defaultValue={one.suggested ?? "ask_again"}
              options={[
                { value: "keep", label: t("apply.keep") },
                { value: "ask_again", label: t("apply.askAgain") },
              ]}
            />
          ))}
        </div>
      ) : (
        <p className="measure">{t("apply.nothingToDecide")}</p>
      )}
    </CallForm>
  );
}

function Made({ upgrades, digest, kit }: { readonly upgrades: readonly UpgradeView[]; readonly digest: string; readonly kit: UpgradeKit }) {
  const { t, format, head } = kit;
  const page = placePaths(head.place.id).upgrade;
  return (
    <DataTable
      caption={t("made.title")}
      hideCaption
      cards
      empty={t("made.empty")}
      columns={[
        { key: "when", label: t("made.when"), cardLabel: false },
        { key: "what", label: t("made.what") },
        { key: "state", label: t("made.state") },
      ]}
      rows={upgrades.map((one) => ({
        key: one.id,
        cells: [
          <>
            {format.moment(one.createdAt)}
            {one.createdBy === null ? null : <span className="sub">{one.createdBy}</span>}
          </>,
          <>
            {t("made.versions", {
              from: one.from.catalogue ?? one.from.instrument ?? "–",
              to: one.to.catalogue ?? one.to.instrument ?? "–",
            })}
            <span className="sub">{t("made.digest", { before: one.beforeDigest.slice(0, 12), after: one.afterDigest.slice(0, 12) })}</span>
          </>,
          one.rolledBackAt !== null ? (
            <Status key="s" tone="stop">
              {t(digest === one.beforeDigest ? "made.rolledBackSame" : "made.rolledBack", { day: format.moment(one.rolledBackAt) })}
            </Status>
          ) : one.mayRollBack && head.me.actions.includes("content.upgrade") ? (
            <CallForm
              key="s"
              call="upgrade.rollBack"
              hidden={{ placeId: head.place.id, upgradeId: one.id, idempotencyKey: randomUUID() }}
              back={page}
              submit={t("made.rollBack")}
              busy={t("saving")}
              done={t("made.rolledBackDone")}
              focusId="gjorda-h"
            />
          ) : (
            <Status key="s" tone="done">
              {t("made.stands")}
            </Status>
          ),
        ],
      }))}
    />
  );
}

/** The place moved to newer content: what it would mean first, then the move, and every move with the way back. */
export async function UpgradePage({
  head,
  preview,
  upgrades,
  digest,
}: {
  readonly head: PlaceHead;
  /** Null for those who may not move the place. */
  readonly preview: UpgradePreview | null;
  readonly upgrades: readonly UpgradeView[];
  readonly digest: string;
}) {
  const t = await say("upgrade");
  const locale = await readerLocale();
  const kit: UpgradeKit = { head, t, locale, format: readerFormat(locale) };
  return (
    <PlacePage head={head} title={t("title")}>
      {preview === null || preview.isNewest ? (
        <Section id="lage" title={t("newest.title")} side={<p>{t("side")}</p>}>
          <p className="say">{t(preview === null ? "newest.notYours" : "newest.say")}</p>
        </Section>
      ) : (
        <>
          <Section id="lage" title={t("new.title")} side={<p>{t("side")}</p>}>
            <div className="stack-6">
              <p className="say">
                {t("new.say", {
                  from: unbroken(preview.from.catalogue ?? preview.from.instrument ?? "–"),
                  to: unbroken(preview.to.catalogue),
                })}
              </p>
              {preview.changeNotes.map((note) => (
                <p key={note} className="measure">
                  {note}
                </p>
              ))}
            </div>
          </Section>
          <Section id="rad" title={t("advice.title")} side={<p>{t("advice.side")}</p>}>
            <AdvicePreview advice={preview.advice} kit={kit} />
          </Section>
          <Section id="pastaenden" title={t("statements.title")} side={<p>{t("statements.side")}</p>}>
            <StatementsPreview preview={preview} kit={kit} />
          </Section>
          <Section id="plan" title={t("actions.title")} side={<p>{t("actions.side")}</p>}>
            {preview.actions.length === 0 ? (
              <p>{t("actions.none")}</p>
            ) : (
              <ul className="plain measure">
                {preview.actions.map((action) => (
                  <li key={action.measureId}>
                    {action.title}
                    <span className="sub">{action.change === "retired" ? t("actions.retired") : action.sentences.join(" ")}</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section id="flytta" title={t("apply.title")} side={<p>{t("apply.side")}</p>}>
            <ApplyForm preview={preview} kit={kit} />
          </Section>
        </>
      )}
      <Section id="gjorda" title={t("made.title")} side={<p>{t("made.side")}</p>}>
        <Made upgrades={upgrades} digest={digest} kit={kit} />
      </Section>
    </PlacePage>
  );
}
