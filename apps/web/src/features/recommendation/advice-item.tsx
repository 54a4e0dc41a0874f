import { Disclosure, Status, TenBlocks } from "@hp/ui";
import { DataTable, MetaList, ReasonList } from "../place/from-data.tsx";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { AddToPlan } from "./add-to-plan.tsx";
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
        {item.robustness === null ? null : <TenBlocks filled={item.robustness.weights.tenths}>{item.robustness.weights.text}</TenBlocks>}
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
        <p>
          <PageLink href={placePaths(kit.head.place.id).measure(item.id)}>{t("card.link")}</PageLink>
        </p>
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
      {item.robustness === null ? null : <p className="small">{t("reckoning.robust", { together: item.robustness.together.text })}</p>}
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

/** Props of {@link InPlan}. */
export interface InPlanProps {
  readonly item: Pick<AdviceItem, "id" | "title" | "inPlan">;
  readonly kit: AdviceKit;
  readonly label?: "add" | "addShort" | "addAnyway";
  readonly quiet?: boolean;
}

/** Into the plan, or that it is there already. */
export function InPlan({ item, kit, label = "add", quiet = false }: InPlanProps) {
  const { head, t } = kit;
  if (item.inPlan)
    return (
      <p className="actions">
        <Status tone="done">{t("inPlan")}</Status> <PageLink href={placePaths(head.place.id).plan}>{t("toPlan")}</PageLink>
      </p>
    );
  if (!kit.mayEdit) return null;
  return (
    <AddToPlan measureId={item.id} title={item.title} index={kit.indexOf(item.id)} label={label} variant={quiet ? "quiet" : undefined} />
  );
}
