import type { UsageView } from "@hp/contracts";
import { DataTable, Disclosure, Section, Status } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { readerFormat } from "../place/reader-format.ts";
import { ContentFrame } from "./content-frame.tsx";

/** How the content is used: per measure how often it is advised, chosen, done and declined; per statement how many cannot judge. */
export async function UsagePage({ usage }: { readonly usage: UsageView }) {
  const t = await say("content");
  const locale = await readerLocale();
  const format = readerFormat(locale);
  const used = usage.measures.filter(({ advised, chosen, declined }) => advised + chosen + declined > 0);
  const unused = usage.measures.filter((one) => !used.includes(one));
  const order = [...used].sort((a, b) => b.chosen - a.chosen || b.advised - a.advised || (a.measureId < b.measureId ? -1 : 1));
  return (
    <ContentFrame title={t("usage.title")} page="usage">
      <p className="lead measure mt-8">{t("usage.lead", { places: usage.places })}</p>
      <Section id="atgarder" title={t("usage.measures")} side={<p>{t("usage.measuresSide")}</p>}>
        <DataTable
          caption={t("usage.measures")}
          hideCaption
          cards
          empty={t("usage.empty")}
          columns={[
            { key: "measure", label: t("usage.measure"), cardLabel: false },
            ...(["advised", "chosen", "underWay", "done", "declined"] as const).map((key) => ({
              key,
              label: t(`usage.${key}`),
              align: "end" as const,
            })),
          ]}
          rows={order.map((row) => ({
            key: row.measureId,
            cells: [
              <>
                {row.title[locale]} <span className="muted">{row.measureId}</span>
                {row.retired ? (
                  <span className="sub">
                    <Status tone="stop">{t("usage.retired")}</Status>
                  </span>
                ) : null}
                {row.reasons.length === 0 ? null : (
                  <Disclosure summary={t("usage.why", { count: row.reasons.length })}>
                    <ul className="plain">
                      {row.reasons.map((reason) => (
                        <li key={reason}>{reason}</li>
                      ))}
                    </ul>
                  </Disclosure>
                )}
              </>,
              ...[row.advised, row.chosen, row.underWay, row.done, row.declined].map((count) => format.number(count, 0)),
            ],
          }))}
        />
        {unused.length === 0 ? null : (
          <Disclosure summary={t("usage.unused", { count: unused.length })}>
            <ul className="plain">
              {unused.map((row) => (
                <li key={row.measureId}>
                  {row.title[locale]} <span className="muted">{row.measureId}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
      <Section id="pastaenden" title={t("usage.statements")} side={<p>{t("usage.statementsSide")}</p>}>
        <DataTable
          caption={t("usage.statements")}
          hideCaption
          cards
          columns={[
            { key: "statement", label: t("usage.statement"), cardLabel: false },
            { key: "answered", label: t("usage.answered"), align: "end", nowrap: true },
            { key: "cannot", label: t("usage.cannotJudge"), align: "end" },
          ]}
          rows={usage.statements.map((row) => ({
            key: row.statementId,
            cells: [
              row.title[locale],
              row.answered === null ? t("usage.few") : format.number(row.answered, 0),
              row.cannotJudgeShare === null ? "–" : t("usage.percent", { share: format.number(100 * row.cannotJudgeShare, 0) }),
            ],
          }))}
        />
      </Section>
    </ContentFrame>
  );
}
