import { Section } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactLine } from "../../features/shell/contact-line.tsx";
import { PlainList, TextPage } from "../../features/shell/text-page.tsx";

const works = ["keyboard", "noScript", "zoom", "charts", "colour", "modes"] as const;
const tested = ["axe", "keyboard", "contrast"] as const;
const gaps = ["people", "audit", "tools"] as const;

/** The title of the accessibility statement. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessibility"))("title") };
}

/** The accessibility statement: what should work, how it is tested, and what is known to be missing. */
export default async function AccessibilityPage() {
  const t = await getTranslations("accessibility");
  return (
    <TextPage title={t("title")} lead={t("lead")}>
      <Section id="fungerar" title={t("works.title")}>
        <PlainList items={works.map((key) => t(`works.${key}`))} />
      </Section>
      <Section id="provat" title={t("tested.title")}>
        <PlainList items={tested.map((key) => t(`tested.${key}`))} />
      </Section>
      <Section id="brister" title={t("gaps.title")}>
        <PlainList items={gaps.map((key) => t(`gaps.${key}`))} />
      </Section>
      <Section id="kontakt" title={t("contact.title")}>
        <div className="stack">
          <p className="measure">{t("contact.text")}</p>
          <ContactLine known={(address, mail) => t.rich("contact.mail", { address, mail })} unknown={t("contact.none")} />
          <p className="small muted">{t("contact.date")}</p>
        </div>
      </Section>
    </TextPage>
  );
}
