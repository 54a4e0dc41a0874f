import type { ActionView, PlanView } from "@hp/contracts";
import { ContributionBars, type ContributionGroup, contributionTwin, Figure, Legend, Section } from "@hp/ui";
import { placeParties } from "../place/parties.ts";
import type { PlanKit } from "./plan-kit.ts";

const done = (actions: readonly ActionView[], amount: (action: ActionView) => number | null) =>
  actions.filter(({ status }) => status === "done").reduce((sum, action) => sum + (amount(action) ?? 0), 0);

function groups(plan: PlanView, { t, format }: PlanKit): ContributionGroup[] {
  return [
    {
      heading: t("contributions.money"),
      rows: placeParties.map((party) => ({
        party,
        name: t(`party.${party}`),
        planned: plan.totals[party].costSek,
        done: done(plan.actions, (action) => action[`${party}CostSek`]),
        text: format.kronor(plan.totals[party].costSek),
      })),
    },
    {
      heading: t("contributions.hours"),
      rows: placeParties.map((party) => ({
        party,
        name: t(`party.${party}`),
        planned: plan.totals[party].hours,
        done: done(plan.actions, (action) => action[`${party}Hours`]),
        text: t("contributions.hoursValue", { hours: format.number(plan.totals[party].hours, 0), count: plan.totals[party].hours }),
      })),
    },
  ];
}

/** Who carries how much of the money, true also when nothing is known yet and when costs are missing. */
function sentence(plan: PlanView, { t, format }: PlanKit): string {
  const { municipality, industry } = plan.totals;
  const sum = municipality.costSek + industry.costSek;
  if (sum === 0) return municipality.unknownCosts + industry.unknownCosts > 0 ? t("contributions.unknown") : t("contributions.free");
  const share = Math.round((municipality.costSek / sum) * 100);
  const unknown = municipality.unknownCosts + industry.unknownCosts > 0 ? ` ${t("contributions.atLeast")}` : "";
  if (municipality.costSek === industry.costSek) return `${t("contributions.equal", { sum: format.kronor(sum) })}${unknown}`;
  const larger = municipality.costSek > industry.costSek ? "municipality" : "industry";
  const percent = larger === "municipality" ? share : 100 - share;
  const key = Math.min(municipality.costSek, industry.costSek) === 0 ? "contributions.all" : "contributions.share";
  return `${t(key, { party: t(`responsible.${larger}`), percent, sum: format.kronor(sum) })}${unknown}`;
}

/** What each party gives, in money and hours. Actions that have stopped do not count. */
export function ContributionsSection({ plan, kit }: { readonly plan: PlanView; readonly kit: PlanKit }) {
  const { t, format } = kit;
  if (plan.actions.length === 0) return null;
  const rows = groups(plan, kit);
  const twin = contributionTwin(
    rows,
    {
      caption: t("contributions.caption"),
      party: t("contributions.party"),
      planned: t("contributions.planned"),
      proposed: t("contributions.proposed"),
      done: t("contributions.done"),
    },
    { number: (value) => format.number(value, 0), interval: format.interval, missing: t("unknown") },
  );
  // Proposals come later: the column would only hold noughts.
  const withoutProposed = {
    ...twin,
    columns: twin.columns.filter(({ key }) => key !== "proposed"),
    rows: twin.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== 2) })),
  };
  return (
    <Section
      id="bidrag"
      title={t("contributions.title")}
      side={
        <>
          <Legend
            items={[
              { mark: "planned_parties", label: t("contributions.planned") },
              { mark: "carried_out", label: t("contributions.done") },
            ]}
          />
          <p>{t("contributions.side")}</p>
        </>
      }
    >
      <Figure say={sentence(plan, kit)} twin={{ summary: t("showTable"), table: withoutProposed }}>
        <ContributionBars groups={rows} />
      </Figure>
    </Section>
  );
}
