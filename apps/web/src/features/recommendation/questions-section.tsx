import { PartyName, Section } from "@hp/ui";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { AdviceKit, AdviceRunView } from "./advice-kit.ts";

const shown = 8;

/** Questions to answer first: what is held back for them, and what they would make surer. */
export function QuestionsSection({ run, kit }: { readonly run: AdviceRunView; readonly kit: AdviceKit }) {
  const { t, head, format } = kit;
  if (run.questions.length === 0) return null;
  const paths = placePaths(head.place.id);
  const questions = [...run.questions].sort((a, b) => b.heldBack.length - a.heldBack.length);
  const titles = (list: readonly string[]) =>
    list.length > 3 ? t("questions.more", { titles: list.slice(0, 2).join(", "), count: list.length - 2 }) : format.list(list);
  return (
    <Section id="fragor" title={t("questions.title")} side={<p>{t("questions.side")}</p>}>
      <ul className="plain plain-lg">
        {questions.slice(0, shown).map((question) => (
          <li className="stack" key={question.field}>
            <h3 className="h-sm">{question.label}</h3>
            {question.heldBack.length > 0 ? (
              <p>{t("questions.heldBack", { titles: titles(question.heldBack), count: question.heldBack.length })}</p>
            ) : null}
            {question.caveats.length > 0 ? (
              <p>{t("questions.caveats", { titles: titles(question.caveats), count: question.caveats.length })}</p>
            ) : null}
            <p className="small actions">
              <PageLink href={paths.fact(question.field)}>{t("questions.link")}</PageLink>
              <span className="muted">
                {t("questions.askedOf")}{" "}
                {question.askedOf.map((party, index) => (
                  <span key={party}>
                    {index > 0 ? ` ${t("or")} ` : ""}
                    <PartyName party={party}>{t(`partyInText.${party}`)}</PartyName>
                  </span>
                ))}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {questions.length > shown ? (
        <p className="small">
          <PageLink href={paths.profile}>{t("questions.rest", { count: questions.length - shown })}</PageLink>
        </p>
      ) : null}
    </Section>
  );
}
