import type { ProposalView } from "@hp/contracts";
import { PartyName, Section } from "@hp/ui";
import { ExpectedSection } from "../place/expected-section.tsx";
import { CostGainFront, DataTable, Figure } from "../place/from-data.tsx";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { signed } from "../place/reader-format.ts";
import { type Answer, type PackageKit, shortKronor } from "./package-kit.ts";

interface Part {
  readonly answer: Answer;
  readonly kit: PackageKit;
}

/** What more money gives: the best package for every sum. */
function FrontSection({ answer, kit }: Part) {
  const { t, format } = kit;
  const points = answer.front?.points ?? [];
  const last = points.at(-1);
  // The sum at which most of the gain is reached: what one more krona gives falls after it.
  const enough = points.find(({ gain }) => last !== undefined && gain >= 0.8 * last.gain);
  if (last === undefined || enough === undefined || points.length < 2) return null;
  return (
    <Section id="pengarna" title={t("front.title")} side={<p>{t("front.side")}</p>}>
      <Figure
        say={
          enough === last
            ? t("front.even", { sum: shortKronor(last.costSek, kit) })
            : t("front.say", {
                part: format.percent(enough.gain / last.gain),
                sum: shortKronor(enough.costSek, kit),
                all: shortKronor(last.costSek, kit),
              })
        }
        twin={{
          summary: t("showTable"),
          table: {
            caption: t("front.title"),
            columns: [
              { key: "cost", label: t("front.cost"), align: "end" },
              { key: "gain", label: t("front.gain"), align: "end" },
              { key: "measures", label: t("front.measures"), align: "end" },
            ],
            rows: points.map(({ costSek, gain, measures }) => ({
              key: String(costSek),
              cells: [format.kronor(costSek), signed(gain, format), String(measures)],
            })),
          },
        }}
        source={answer.front?.complete ? t("front.source") : t("front.incomplete")}
      >
        <CostGainFront
          axes={{ cost: t("front.cost"), gain: t("front.gain") }}
          points={points.map(({ costSek, gain }) => ({
            id: String(costSek),
            cost: costSek,
            gain,
            costText: shortKronor(costSek, kit),
            gainText: signed(gain, format),
          }))}
        />
      </Figure>
    </Section>
  );
}

/** What it would take for measures that are left out: "ryms vid +X kr". */
function LeftOutSection({ answer, kit }: Part) {
  const { t, format, head } = kit;
  if (answer.leftOut === null || answer.leftOut.length === 0) return null;
  return (
    <Section id="utanfor" title={t("leftOut.title")} side={<p>{t("leftOut.side")}</p>}>
      <ul className="plain">
        {answer.leftOut.map(({ measureId, title, kind, sek }) => (
          <li key={measureId}>
            <PageLink href={placePaths(head.place.id).measure(measureId)}>{title}</PageLink>
            <span className="sub">{t(`leftOut.${kind === "fits" && sek === 0 ? "as_good" : kind}`, { sum: format.kronor(sek) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the package takes of each party in each year, beside what they said that they can carry. */
function YearsSection({ shown, answer, kit: { t, format } }: Part & { readonly shown: ProposalView }) {
  const { budgets } = shown.limits;
  const taken = (amount: number, limit: number | null | undefined) =>
    limit == null ? format.number(amount, 0) : t("years.of", { amount: format.number(amount, 0), limit: format.number(limit, 0) });
  return (
    <Section id="ar" title={t("years.title")} side={<p>{t("years.side")}</p>}>
      <DataTable
        caption={t("years.title")}
        hideCaption
        cards
        columns={[
          { key: "year", label: t("years.year") },
          ...(["municipality", "industry"] as const).flatMap((party) => [
            {
              key: `${party}-sek`,
              label: <PartyName party={party}>{t(`years.${party}Sek`)}</PartyName>,
              align: "end" as const,
              cardLabel: t(`years.${party}Sek`),
            },
            {
              key: `${party}-hours`,
              label: <PartyName party={party}>{t(`years.${party}Hours`)}</PartyName>,
              align: "end" as const,
              cardLabel: t(`years.${party}Hours`),
            },
          ]),
        ]}
        rows={answer.byYear.map(({ year, costSek, hours }, index) => ({
          key: String(year),
          cells: [
            String(year),
            ...(["municipality", "industry"] as const).flatMap((party) => [
              taken(costSek[party], budgets[party].sekByYear[index]),
              taken(hours[party], budgets[party].hoursByYear[index]),
            ]),
          ],
        }))}
      />
    </Section>
  );
}

/** All that an answer tells besides what is in the package; of an empty one, what it would take. */
export function AnswerSections({ shown, answer, kit }: Part & { readonly shown: ProposalView }) {
  return (
    <>
      <ExpectedSection expected={answer} title={kit.t("expected.title")} format={kit.format} />
      <FrontSection answer={answer} kit={kit} />
      <LeftOutSection answer={answer} kit={kit} />
      {answer.measures.length === 0 ? null : <YearsSection shown={shown} answer={answer} kit={kit} />}
    </>
  );
}
