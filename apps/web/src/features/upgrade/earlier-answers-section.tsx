import type { EarlierAnswersView } from "@hp/contracts";
import { Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";

/** One's own answers to statements that the round no longer asks: nothing that somebody answered is gone. */
export async function EarlierAnswersSection({ answers }: EarlierAnswersView) {
  if (answers.length === 0) return null;
  const t = await say("upgrade");
  const locale = await readerLocale();
  return (
    <Section id="tidigare-svar" title={t("earlier.title")} side={<p>{t("earlier.side")}</p>}>
      <ul className="plain measure">
        {answers.map(({ statementId, title, answer }) => (
          <li key={statementId}>
            {title[locale]}
            <span className="sub">{t("earlier.answer", { answer: answer === "cannot_judge" ? t("earlier.cannotJudge") : answer })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
