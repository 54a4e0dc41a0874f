import { Disclosure, Section } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactLine } from "../../features/shell/contact-line.tsx";
import { TextPage } from "../../features/shell/text-page.tsx";

const begin = ["start", "link", "colleagues"] as const;
const working = ["unknown", "who", "change", "open"] as const;
const plan = ["why", "conflict", "undo"] as const;

/** The title of the help page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

/** Questions that people ask, and whom to ask the rest. */
export default async function HelpPage() {
  const t = await getTranslations("help");
  return (
    <TextPage title={t("title")} lead={t("lead")}>
      <Section id="borja" title={t("begin.title")}>
        {begin.map((key) => (
          <Disclosure summary={t(`begin.${key}.q`)} key={key}>
            <p className="measure">{t(`begin.${key}.a`)}</p>
          </Disclosure>
        ))}
      </Section>
      <Section id="profil-och-bedomning" title={t("working.title")}>
        {working.map((key) => (
          <Disclosure summary={t(`working.${key}.q`)} key={key}>
            <p className="measure">{t(`working.${key}.a`)}</p>
          </Disclosure>
        ))}
      </Section>
      <Section id="rad-och-plan" title={t("plan.title")}>
        {plan.map((key) => (
          <Disclosure summary={t(`plan.${key}.q`)} key={key}>
            <p className="measure">{t(`plan.${key}.a`)}</p>
          </Disclosure>
        ))}
      </Section>
      <Section id="kontakt" title={t("contact.title")}>
        <div className="stack">
          <p className="measure">{t("contact.place")}</p>
          <ContactLine known={(address, mail) => t.rich("contact.service", { address, mail })} unknown={t("contact.none")} />
        </div>
      </Section>
    </TextPage>
  );
}
