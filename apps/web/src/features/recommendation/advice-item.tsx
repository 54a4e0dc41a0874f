import { randomUUID } from "node:crypto";
import { Disclosure, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { DataTable, MetaList, ReasonList } from "../place/from-data.tsx";
import { PageLink } from "../place/page-link.tsx";
import { actionAnchor, placePaths } from "../place/place-paths.ts";
import { type AdviceItem, type AdviceKit, costText, evidenceText, horizonText } from "./advice-kit.ts";
import { Owners } from "./owners.tsx";

/** An advised measure: why it suits this place, what it asks, how it was reckoned, and the way into the plan. */
export function AdviceItemView({ item, kit, open }: { readonly item: AdviceItem; readonly kit: AdviceKit; readonly open: boolean }) {
  const { t } = kit;
  const reasons = (
    <ReasonList
      items={[
        { term: t("reason.strongest"), value: item.strongest },
        { term: t("reason.suits"), value: item.suits },
        { term: t("reason.weakest"), value: item.weakest },
        { term: t("reason.wouldChange"), value: item.wouldChange },
      ]}
    />
  );
  return (
    <li id={item.id}>
      <div className="stack">
        <h3 id={`${item.id}-h`}>{item.title}</h3>
        {item.broughtBy === null ? null : <p className="small muted">{t(`broughtBy.${item.broughtBy}`)}</p>}
        {open ? reasons : <p className="lead">{item.strongest}</p>}
        <MetaList
          items={[
            { term: t("meta.evidence"), value: evidenceText(item, kit) },
            { term: t("meta.cost"), value: costText(item, kit) },
            { term: t("meta.time"), value: horizonText(item, kit) },
            { term: t("meta.owner"), value: <Owners owners={item.owners} kit={kit} /> },
          ]}
        />
        {item.startWith.length === 0 ? null : (
          <p>
            <strong>{t("startWith")}</strong> {kit.format.list(item.startWith.map(({ title }) => title))}.
          </p>
        )}
        {item.needsExternalFunding ? (
          <p>
            <Status tone="wait">{t("needsFunding")}</Status>
          </p>
        ) : null}
        {open ? null : <Disclosure summary={t("showReasons")}>{reasons}</Disclosure>}
        <Reckoning item={item} kit={kit} />
        <InPlan item={item} kit={kit} />
      </div>
    </li>
  );
}

/** How the score came about, step by step; the steps sum to it. */
function Reckoning({ item, kit }: { readonly item: AdviceItem; readonly kit: AdviceKit }) {
  const { t, format } = kit;
  const points = (value: number) => format.fixed(value, 2);
  return (
    <Disclosure summary={t("reckoning.summary")}>
      <DataTable
        caption={t("reckoning.caption", { title: item.title })}
        hideCaption
        columns={[
          { key: "step", label: t("reckoning.step") },
          { key: "points", label: t("reckoning.points"), align: "end" },
        ]}
        rows={[
          ...item.contributions.map((one, index) => ({ key: String(index), cells: [one.label, points(one.points)] })),
          { key: "sum", tone: "sum" as const, cells: [t("reckoning.sum"), points(item.score)] },
        ]}
      />
      <p className="small muted">{t("reckoning.note")}</p>
      <p className="small">
        <strong>{t("meta.source")}</strong> {item.source}
      </p>
      {item.caution === null ? null : <p className="small">{item.caution}</p>}
      {item.legal === null ? null : (
        <p className="small">
          <strong>{t("meta.legal")}</strong> {item.legal}
        </p>
      )}
      {item.followUp === null ? null : (
        <p className="small">
          <strong>{t("meta.followUp")}</strong> {item.followUp}
        </p>
      )}
    </Disclosure>
  );
}

/** Into the plan, or that it is there already. */
export function InPlan({
  item,
  kit,
  label,
  quiet = false,
}: {
  readonly item: Pick<AdviceItem, "id" | "title" | "inPlan">;
  readonly kit: AdviceKit;
  readonly label?: string;
  readonly quiet?: boolean;
}) {
  const { head, t } = kit;
  const paths = placePaths(head.place.id);
  if (item.inPlan)
    return (
      <p className="actions" id={`${actionAnchor(item.id)}`}>
        <Status tone="done">{t("inPlan")}</Status> <PageLink href={paths.plan}>{t("toPlan")}</PageLink>
      </p>
    );
  if (!kit.mayEdit) return null;
  return (
    <CallForm
      call="plan.addFromAdvice"
      hidden={{ placeId: head.place.id, runId: kit.runId, measureId: item.id, idempotencyKey: randomUUID() }}
      back={`${paths.advice}#${item.id}`}
      variant={quiet ? "quiet" : "plain"}
      submit={label ?? t("add")}
      busy={t("adding")}
      done={t("added", { title: item.title })}
      focusId={`${item.id}-h`}
    />
  );
}
