import { LinkButton, ProgressMarks, Section, Status } from "@hp/ui";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { MyPart, Round, RoundKit } from "./round-kit.ts";

interface Props {
  readonly kit: RoundKit;
  readonly round: Round;
  readonly mine: MyPart;
  readonly minutes: number;
}

/** One's own answers: how far one has come, and the way on. */
export function MyPartSection({ kit, round, mine, minutes }: Props) {
  const { head, t, format } = kit;
  const paths = placePaths(head.place.id);
  const isSubmitted = mine.submittedAt !== null;
  const isBegun = mine.answered > 0;
  const left = Math.max(Math.round(minutes * (1 - mine.answered / Math.max(mine.total, 1))), 1);
  const party = head.me.party ?? "municipality";
  return (
    <Section id="din-del" title={t("mine.title")} side={<p>{t("mine.side")}</p>}>
      <div className={isSubmitted ? "turn turn-none" : "turn"}>
        <p className="say">{isSubmitted ? t("mine.submitted") : isBegun ? t("mine.begun", { left }) : t("mine.none", { minutes })}</p>
        <div>
          <ProgressMarks party={party} total={mine.dimensions} done={mine.dimensionsDone} />
          <p className="small muted">
            {t("mine.counts", {
              dimensions: mine.dimensionsDone,
              allDimensions: mine.dimensions,
              answered: mine.answered,
              total: mine.total,
            })}
          </p>
        </div>
        {mine.submittedAt === null ? null : (
          <p>
            <Status tone="done">{t("mine.submittedAt", { at: format.moment(mine.submittedAt) })}</Status>
          </p>
        )}
        {round.deadlineOn === null ? null : <p className="small">{t("mine.deadline", { on: format.day(round.deadlineOn) })}</p>}
        <p className="actions">
          <LinkButton href={paths.answer} variant={isSubmitted ? "plain" : "go"} link={PageLink}>
            {isSubmitted ? t("mine.change") : isBegun ? t("mine.continue") : t("mine.begin")}
          </LinkButton>
        </p>
      </div>
    </Section>
  );
}
