import { DataTable, Section } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactLine } from "../../features/shell/contact-line.tsx";
import { PlainList, TextPage } from "../../features/shell/text-page.tsx";

const stored = ["account", "session", "links", "mails", "answers", "trail"] as const;
const cookies = ["session", "locale", "sent", "none"] as const;

/** The title of the page about personal data. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** What is stored about a person, why and for how long. */
export default async function PrivacyPage() {
  const t = await getTranslations("privacy");
  return (
    <TextPage title={t("title")} lead={t("lead")}>
      <Section id="sparas" title={t("stored.title")} side={<p>{t("stored.side")}</p>}>
        <DataTable
          caption={t("stored.caption")}
          hideCaption
          cards
          columns={[
            { key: "what", label: t("stored.what") },
            { key: "why", label: t("stored.why") },
            { key: "long", label: t("stored.long") },
          ]}
          rows={stored.map((key) => ({ key, cells: [t(`stored.${key}.what`), t(`stored.${key}.why`), t(`stored.${key}.long`)] }))}
        />
      </Section>
      <Section id="kakor" title={t("cookies.title")}>
        <PlainList items={cookies.map((key) => t(`cookies.${key}`))} />
      </Section>
      <Section id="loggar" title={t("logs.title")}>
        <p className="measure">{t("logs.text")}</p>
      </Section>
      <Section id="rattigheter" title={t("rights.title")}>
        <div className="stack">
          <p className="measure">{t("rights.change")}</p>
          <p className="measure">{t("rights.ask")}</p>
          <ContactLine known={(address, mail) => t.rich("rights.mail", { address, mail })} unknown={t("rights.none")} />
        </div>
      </Section>
    </TextPage>
  );
}
