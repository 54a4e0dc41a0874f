import type { ActionView, PlanView } from "@hp/contracts";
import { DataTable, LinkButton, PartyMark, PartyName, Section, Status, TimelineHead } from "@hp/ui";
import { PageLink } from "../place/page-link.tsx";
import { actionAnchor, placePaths } from "../place/place-paths.ts";
import { ActionTime, planSpan } from "./action-time.tsx";
import { amountText, lacking, type PlanKit } from "./plan-kit.ts";

const tones = { proposed: "wait", planned: "wait", under_way: "wait", done: "done", stopped: "stop" } as const;

function ActionName({ action, kit }: { readonly action: ActionView; readonly kit: PlanKit }) {
  const { t, head } = kit;
  const title = kit.mayEdit ? <PageLink href={placePaths(head.place.id).action(action.id)}>{action.title}</PageLink> : action.title;
  const parties = action.responsibleParty === "both" ? (["municipality", "industry"] as const) : ([action.responsibleParty] as const);
  return (
    <>
      {title}
      <span className="sub">
        {parties.map((party) => (
          <PartyMark key={party} party={party} className="inline" />
        ))}{" "}
        {t(`responsible.${action.responsibleParty}`)}
        {action.responsibleName === "" ? null : `, ${action.responsibleName}`}
      </span>
    </>
  );
}

function State({ action, kit }: { readonly action: ActionView; readonly kit: PlanKit }) {
  const { t, format } = kit;
  const missing = lacking(action);
  const status =
    action.status === "done" || action.status === "stopped" ? (
      <Status tone={tones[action.status]}>{t(`status.${action.status}`)}</Status>
    ) : (
      t(`status.${action.status}`)
    );
  return (
    <>
      {status}
      {missing.length === 0 ? null : (
        <span className="sub tiny">{t("lacks", { what: format.list(missing.map((field) => t(`lacking.${field}`))) })}</span>
      )}
    </>
  );
}

/** The plan's actions: who, when, what it costs each party, and how far it has come. */
export function ActionsSection({
  plan,
  kit,
  children,
}: {
  readonly plan: PlanView;
  readonly kit: PlanKit;
  readonly children?: React.ReactNode;
}) {
  const { t, format, head } = kit;
  const span = planSpan(plan.actions);
  const { municipality, industry } = plan.totals;
  const paths = placePaths(head.place.id);
  return (
    <Section
      id="atgarder"
      title={format.upper(t("actions.title", { count: plan.actions.length, number: format.count(plan.actions.length) }))}
      side={
        <>
          <p>{t("actions.side")}</p>
          {kit.mayEdit ? <p>{t("actions.howToEdit")}</p> : null}
        </>
      }
    >
      <div className="stack-6">
        {plan.actions.length === 0 ? (
          <div className="stack-6">
            <p className="say">{t("actions.empty")}</p>
            <p className="actions">
              <LinkButton href={paths.advice} variant={kit.mayEdit ? "go" : "plain"} link={PageLink}>
                {t("actions.toAdvice")}
              </LinkButton>
            </p>
          </div>
        ) : (
          <DataTable
            caption={t("actions.caption")}
            hideCaption
            cards
            className="plan"
            columns={[
              { key: "title", label: t("actions.name") },
              { key: "state", label: t("actions.state"), cardLabel: false },
              { key: "time", label: span === null ? t("actions.time") : <TimelineHead labels={span.years} />, cardLabel: false },
              {
                key: "municipality",
                label: <PartyName party="municipality">{t("actions.costMunicipality")}</PartyName>,
                align: "end",
                nowrap: true,
                cardLabel: t("actions.costMunicipality"),
              },
              {
                key: "industry",
                label: <PartyName party="industry">{t("actions.costIndustry")}</PartyName>,
                align: "end",
                nowrap: true,
                cardLabel: t("actions.costIndustry"),
              },
            ]}
            rows={[
              ...plan.actions.map((action) => ({
                key: action.id,
                id: actionAnchor(action.id),
                cells: [
                  <ActionName key="title" action={action} kit={kit} />,
                  <State key="state" action={action} kit={kit} />,
                  <ActionTime key="time" action={action} span={span} kit={kit} />,
                  amountText(action.municipalityCostSek, kit),
                  amountText(action.industryCostSek, kit),
                ],
              })),
              {
                key: "sum",
                tone: "sum" as const,
                cells: [t("actions.sum"), "", "", format.number(municipality.costSek, 0), format.number(industry.costSek, 0)],
              },
            ]}
          />
        )}
        {municipality.unknownCosts + industry.unknownCosts === 0 ? null : (
          <p className="small measure">
            {t("actions.unknownCosts", { municipality: municipality.unknownCosts, industry: industry.unknownCosts })}
          </p>
        )}
        {children}
      </div>
    </Section>
  );
}
