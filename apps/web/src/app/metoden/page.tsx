import { DataTable, Note, Section } from "@hp/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainList, TextPage } from "../../features/shell/text-page.tsx";
import { localeOf } from "../../format.ts";
import { contentFacts, evidenceRows } from "../../server/content-facts.ts";

/** The title of the page about the method. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("method"))("title") };
}

/** How the product calculates, in short and in plain words. */
export default async function MethodPage() {
  const t = await getTranslations("method");
  const locale = localeOf(await getLocale());
  const { statements, measures, facts } = contentFacts();
  const evidence = evidenceRows();
  const countOf = (grade: string) => evidence.find((row) => row.grade === grade)?.count ?? 0;
  return (
    <TextPage title={t("title")} lead={t("lead", { statements, measures, facts })}>
      <Section id="expertforslag" title={t("expert.title")}>
        <div className="measure">
          <Note>
            <p>{t("expert.text")}</p>
          </Note>
        </div>
      </Section>
      <Section id="vem" title={t("who.title")} side={<p>{t("who.side")}</p>}>
        <PlainList items={[t("who.parties"), t("who.closed"), t("who.companies")]} />
      </Section>
      <Section id="poang" title={t("scores.title")} side={<p>{t("scores.side")}</p>}>
        <PlainList items={[t("scores.item"), t("scores.example"), t("scores.groups"), t("scores.coverage"), t("scores.interval")]} />
      </Section>
      <Section id="glapp" title={t("gaps.title")}>
        <div className="stack-6">
          <div className="measure">
            <DataTable
              caption={t("gaps.table")}
              columns={[
                { key: "size", label: t("gaps.size") },
                { key: "name", label: t("gaps.name") },
              ]}
              rows={[
                { key: "shared", cells: [t("gaps.bandShared"), t("gaps.shared")] },
                { key: "nuance", cells: [t("gaps.bandNuance"), t("gaps.nuance")] },
                { key: "gap", cells: [t("gaps.bandGap"), t("gaps.gap")] },
              ]}
            />
          </div>
          <p className="measure">{t("gaps.index")}</p>
        </div>
      </Section>
      <Section id="fakta" title={t("facts.title")}>
        <PlainList items={[t("facts.similar"), t("facts.outcomes"), t("facts.unknown")]} />
      </Section>
      <Section id="rad" title={t("advice.title")} side={<p>{t("advice.side")}</p>}>
        <PlainList
          items={[
            t("advice.gate"),
            t("advice.harm"),
            t("advice.need"),
            t("advice.fit"),
            t("advice.common"),
            t("advice.whyNot"),
            t("advice.replay"),
          ]}
        />
      </Section>
      <Section id="evidens" title={t("evidence.title")} side={<p>{t("evidence.side")}</p>}>
        <div className="stack-6">
          <p className="say say-xl">{t("evidence.say", { researched: countOf("a"), measures, expert: countOf("d") })}</p>
          <DataTable
            caption={t("evidence.caption")}
            hideCaption
            cards
            columns={[
              { key: "grade", label: t("evidence.grade") },
              { key: "meaning", label: t("evidence.meaning") },
              { key: "count", label: t("evidence.count"), align: "end" },
              { key: "mixed", label: t("evidence.mixed"), align: "end" },
            ]}
            rows={evidence.map(({ grade, meaning, count, mixed }) => ({
              key: grade,
              cells: [grade.toUpperCase(), meaning[locale], count, mixed],
            }))}
          />
        </div>
      </Section>
    </TextPage>
  );
}
