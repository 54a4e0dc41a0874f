import { Frieze, LinkButton, Lock, PartyMark, Section } from "@hp/ui";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { contentFacts } from "../server/content-facts.ts";
import { offeredAccounts } from "../server/demo.ts";

const steps = ["profile", "assessment", "situation", "advice", "plan", "decision", "followUp"] as const;
const voices = [
  { key: "municipality", party: "municipality" },
  { key: "industry", party: "industry" },
  { key: "residents", party: "residents" },
] as const;
const strong = (words: ReactNode) => <strong>{words}</strong>;

/** The start page: what the product is for, before anyone signs in. */
export default async function StartPage() {
  const t = await getTranslations("start");
  const { dimensions, statements, measures, facts, prefilled } = contentFacts();
  return (
    <>
      <div className="wrap hero">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <p className="actions">
          <LinkButton href="/mina-platser" variant="go">
            {t("begin")}
          </LinkButton>{" "}
          {offeredAccounts().length === 0 ? null : <LinkButton href="/logga-in#demo">{t("example")}</LinkButton>}
        </p>
      </div>
      <Frieze label={t("picture")} />
      <div className="wrap">
        <Section id="roster" title={t("voices.title")}>
          <div className="cols">
            {voices.map(({ key, party }) => (
              <div className="stack voice" key={key}>
                <PartyMark party={party} />
                <h3>{t(`voices.${key}`)}</h3>
                <p>{t(`voices.${key}Text`)}</p>
              </div>
            ))}
          </div>
        </Section>
        <Section id="vagen" title={t("steps.title")} side={<p>{t("steps.side")}</p>}>
          <ol className="steps">
            {steps.map((step) => (
              <li key={step}>
                <h3>{t(`steps.${step}`)}</h3>
                <p>{t(`steps.${step}Text`, { prefilled, total: facts, dimensions })}</p>
              </li>
            ))}
          </ol>
        </Section>
        <Section id="nycklar" title={t("keys.title")} side={<p>{t("keys.side")}</p>}>
          <div className="cols cols-wide">
            <Lock
              sides={[
                { party: "municipality", turned: true, label: t("keys.municipality"), detail: t("keys.municipalityDetail") },
                { party: "industry", turned: false, label: t("keys.industry"), detail: t("keys.industryDetail") },
              ]}
            />
            <div className="prose stack">
              <p className="say say-xl">{t("keys.say")}</p>
              <p>{t("keys.text")}</p>
            </div>
          </div>
        </Section>
        <Section id="metod" title={t("method.title")}>
          <div className="cols cols-wide">
            <div className="prose stack">
              <p>{t.rich("method.reasons", { em: (words) => <em>{words}</em> })}</p>
              <p>{t("method.compare")}</p>
              <p>
                <a href="/metoden">{t("method.more")}</a>
              </p>
            </div>
            <ul className="plain">
              <li>{t.rich("method.statements", { count: statements, dimensions, strong })}</li>
              <li>{t.rich("method.measures", { count: measures, strong })}</li>
              <li>{t.rich("method.facts", { count: facts, prefilled, strong })}</li>
              <li>{t.rich("method.least", { strong })}</li>
            </ul>
          </div>
        </Section>
      </div>
    </>
  );
}
