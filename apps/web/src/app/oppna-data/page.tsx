import { DataTable, Section } from "@hp/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainList, TextPage } from "../../features/shell/text-page.tsx";
import { createFormat, localeOf } from "../../format.ts";
import { contentFacts } from "../../server/content-facts.ts";

const rows = [
  "municipalities",
  "groups",
  "localities",
  "population",
  "tax",
  "income",
  "unemployment",
  "houses",
  "school",
  "crime",
  "similar",
  "borders",
] as const;

/** The title of the page about open data. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openData"))("title") };
}

/** Which open data ship, from whom, on what terms, and what to mind. */
export default async function OpenDataPage() {
  const t = await getTranslations("openData");
  const { number } = createFormat(localeOf(await getLocale()));
  const { municipalities, localities } = contentFacts();
  return (
    <TextPage title={t("title")} lead={t("lead", { municipalities: number(municipalities), localities: number(localities) })}>
      <Section id="kallor" title={t("table.title")} side={<p>{t("table.side")}</p>}>
        <DataTable
          caption={t("table.caption")}
          hideCaption
          cards
          columns={[
            { key: "what", label: t("table.what") },
            { key: "producer", label: t("table.producer") },
            { key: "terms", label: t("table.terms") },
            { key: "years", label: t("table.years") },
          ]}
          rows={rows.map((key) => ({
            key,
            cells: [t(`rows.${key}.what`), t(`rows.${key}.producer`), t(`rows.${key}.terms`), t(`rows.${key}.years`)],
          }))}
        />
      </Section>
      <Section id="eget" title={t("own.title")}>
        <PlainList items={[t("own.text"), t("own.travel")]} />
      </Section>
      <Section id="mind" title={t("mind.title")}>
        <PlainList items={[t("mind.small"), t("mind.unemployment"), t("mind.borders")]} />
      </Section>
    </TextPage>
  );
}
