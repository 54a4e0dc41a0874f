import { randomUUID } from "node:crypto";
import type { ProposalView } from "@hp/contracts";
import { DataTable, Note, PartyName, Section, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { signed } from "../place/reader-format.ts";
import { WorkProgress } from "../place/work-progress.tsx";
import { type Answer, newMeasures, type PackageKit, type ReadyPackage, shortKronor } from "./package-kit.ts";

const isUnderWay = ({ status }: ProposalView) => status === "queued" || status === "running";

/** What the answer says, in a sentence. */
function sentence(shown: ProposalView | null, { t, format, ...rest }: PackageKit): string {
  if (shown === null) return t("say.nothing");
  const { answer, status } = shown;
  if (answer === null) return t(`say.${status === "done" ? "failed" : status}`);
  if (answer.status === "infeasible") return t("say.infeasible");
  if (answer.measures.length === 0) return t("say.empty");
  const values = {
    count: answer.measures.length,
    number: format.count(answer.measures.length),
    sum: shortKronor(answer.costSek, { t, format, ...rest }),
  };
  if (answer.place === null) return t("say.without_scores", values);
  return t("say.best", {
    ...values,
    now: format.number(answer.place.now, 0),
    after: format.number(answer.place.after.expected, 0),
    change: signed(answer.place.after.expected - answer.place.now, format),
  });
}

type Conflict = NonNullable<Answer["conflicts"]>[number];

/** One line for a limit that is the same in several years. */
function byLimit(conflicts: readonly Conflict[]): readonly (Conflict & { readonly years: readonly number[] })[] {
  const lines = new Map<string, Conflict & { readonly years: number[] }>();
  for (const conflict of conflicts) {
    const { rule, name, party, year, limit } = conflict;
    const key = `${rule} ${name} ${party} ${limit}`;
    const line = lines.get(key) ?? { ...conflict, years: [] };
    if (year !== null) line.years.push(year);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** What stands in the way, one line per rule, what the measures that must be in cost together, and where to change it. */
function Conflicts({ answer, kit }: { readonly answer: Answer; readonly kit: PackageKit }) {
  const { t, format, head, mayEdit } = kit;
  if (answer.status !== "infeasible") return null;
  if (answer.conflicts === null || answer.conflicts.length === 0) return <p className="measure">{t("conflict.unknown")}</p>;
  const costs = answer.conflicts.flatMap(({ costSek }) => costSek ?? []);
  const together = (party: "municipality" | "industry") => format.kronor(costs.reduce((sum, cost) => sum + cost[party], 0));
  return (
    <div className="stack-4">
      <p className="measure">{t("conflict.lead")}</p>
      <ul className="plain">
        {byLimit(answer.conflicts).map(({ rule, name, party, years, limit, costSek }) => (
          <li key={`${rule} ${name} ${party} ${limit}`}>
            {t(`conflict.${rule}`, {
              name,
              party: party === null ? "" : t(`party.${party}`),
              year: format.list(years.map(String)),
              limit: rule === "hours_year" ? format.number(limit ?? 0, 0) : format.kronor(limit ?? 0),
              municipality: format.kronor(costSek?.municipality ?? 0),
              industry: format.kronor(costSek?.industry ?? 0),
            })}
          </li>
        ))}
      </ul>
      {costs.length < 2 ? null : (
        <p className="measure">{t("conflict.together", { municipality: together("municipality"), industry: together("industry") })}</p>
      )}
      {mayEdit ? (
        <p className="actions">
          <a href="#ramar">{t("conflict.toLimits")}</a>
          <PageLink href={placePaths(head.place.id).plan}>{t("conflict.toPlan")}</PageLink>
        </p>
      ) : null}
    </div>
  );
}

function MeasuresTable({ answer, kit }: { readonly answer: Answer; readonly kit: PackageKit }) {
  const { t, format, head } = kit;
  const paths = placePaths(head.place.id);
  const sum = (party: "municipality" | "industry") => answer.measures.reduce((total, { costSek }) => total + costSek[party], 0);
  return (
    <DataTable
      caption={t("measures.caption")}
      hideCaption
      cards
      className="plan"
      columns={[
        { key: "title", label: t("measures.name") },
        { key: "start", label: t("measures.start"), nowrap: true },
        {
          key: "municipality",
          label: <PartyName party="municipality">{t("measures.costMunicipality")}</PartyName>,
          align: "end",
          nowrap: true,
          cardLabel: t("measures.costMunicipality"),
        },
        {
          key: "industry",
          label: <PartyName party="industry">{t("measures.costIndustry")}</PartyName>,
          align: "end",
          nowrap: true,
          cardLabel: t("measures.costIndustry"),
        },
      ]}
      rows={[
        ...answer.measures.map((one) => ({
          key: one.measureId ?? one.actionId ?? one.title,
          cells: [
            <span key="title">
              {one.measureId === null ? one.title : <PageLink href={paths.measure(one.measureId)}>{one.title}</PageLink>}
              <span className="sub">
                {one.dimension === null ? t("measures.own") : one.dimension}
                {one.actionId === null ? null : `, ${t("measures.inPlan")}`}
              </span>
            </span>,
            String(one.startYear),
            format.number(one.costSek.municipality, 0),
            format.number(one.costSek.industry, 0),
          ],
        })),
        {
          key: "sum",
          tone: "sum" as const,
          cells: [t("measures.sum"), "", format.number(sum("municipality"), 0), format.number(sum("industry"), 0)],
        },
      ]}
    />
  );
}

/** Puts what is new into the plan, all of it at once; what is not wanted is taken out there. */
function Adopt({ shown, answer, kit }: { readonly shown: ProposalView; readonly answer: Answer; readonly kit: PackageKit }) {
  const { t, head, format } = kit;
  const fresh = newMeasures(answer);
  const paths = placePaths(head.place.id);
  if (answer.measures.length === 0) return null;
  if (fresh.length === 0)
    return (
      <p>
        <Status tone="done">{t("adopt.all")}</Status> <PageLink href={paths.plan}>{t("adopt.toPlan")}</PageLink>
      </p>
    );
  if (!kit.mayEdit) return null;
  return (
    <CallForm
      call="proposal.adopt"
      hidden={{ placeId: head.place.id, proposalId: shown.id, measureIds: fresh.join(" "), idempotencyKey: randomUUID() }}
      back={paths.plan}
      next={paths.plan}
      variant="go"
      submit={t("adopt.submit", { count: fresh.length, number: format.count(fresh.length) })}
      busy={t("saving")}
      done={t("adopt.done")}
    />
  );
}

function UnderWay({ shown, kit }: { readonly shown: ProposalView; readonly kit: PackageKit }) {
  const { t, head, mayEdit } = kit;
  return (
    <>
      <WorkProgress
        work={{ kind: "proposal", placeId: head.place.id, proposalId: shown.id }}
        start={{ status: shown.status, done: shown.done, total: shown.total }}
        words={{ queued: t("progress.queued"), running: t.raw("progress.running"), label: t("progress.label") }}
      />
      {mayEdit ? (
        <CallForm
          call="proposal.callOff"
          hidden={{ placeId: head.place.id, proposalId: shown.id }}
          back={placePaths(head.place.id).package}
          submit={t("callOff.submit")}
          busy={t("saving")}
          variant="quiet"
          done={t("callOff.done")}
          focusId="paketet-h"
        />
      ) : null}
    </>
  );
}

/** What the answer holds: the measures, how sure it is, and the way into the plan; or what stands in the way. */
function AnswerPart({ shown, answer, kit }: { readonly shown: ProposalView; readonly answer: Answer; readonly kit: PackageKit }) {
  const { t, format } = kit;
  if (answer.measures.length === 0) return <Conflicts answer={answer} kit={kit} />;
  const bestSoFar = answer.gap === null ? t("proposal.gapUnknown") : t("proposal.bestSoFar", { gap: format.percent(answer.gap, 1) });
  return (
    <>
      <MeasuresTable answer={answer} kit={kit} />
      <p className="small muted measure">
        {answer.status === "optimal" ? t("proposal.proven") : bestSoFar} {t("proposal.assumptions")}
      </p>
      {isUnderWay(shown) ? null : <Adopt shown={shown} answer={answer} kit={kit} />}
    </>
  );
}

/** The package that is shown: how far it has come, what it holds, and the way into the plan. */
export function ProposalSection({ view, kit }: { readonly view: ReadyPackage; readonly kit: PackageKit }) {
  const { t, format } = kit;
  const { shown } = view;
  const answer = shown?.answer ?? null;
  return (
    <Section
      id="paketet"
      title={t("proposal.title")}
      side={
        <>
          <p>{t("side")}</p>
          {shown === null ? null : (
            <p>{t("proposal.asked", { name: shown.createdBy.name ?? t("someone"), at: format.moment(shown.createdAt) })}</p>
          )}
        </>
      }
    >
      <div className="stack-6">
        <p className="say">{sentence(shown, kit)}</p>
        {shown === null ? (
          <p className="actions">
            <a href="#ramar">{t("proposal.toLimits")}</a>
          </p>
        ) : null}
        {shown !== null && isUnderWay(shown) ? <UnderWay shown={shown} kit={kit} /> : null}
        {shown?.outdated && !isUnderWay(shown) ? (
          <Note tone="wait" title={t("outdated.title")}>
            <p>{t("outdated.text")}</p>
          </Note>
        ) : null}
        {shown === null || answer === null ? null : <AnswerPart shown={shown} answer={answer} kit={kit} />}
      </div>
    </Section>
  );
}
