import { Section } from "@hp/ui";
import { DataTable } from "../place/from-data.tsx";
import { InPlan } from "./advice-item.tsx";
import { type AdviceKit, type AdviceRunView, costClassText } from "./advice-kit.ts";

/** Grundpaket: right for most mill towns, and therefore apart. */
export function BasicSection({ run, kit }: { readonly run: AdviceRunView; readonly kit: AdviceKit }) {
  const { t } = kit;
  return (
    <Section id="grundpaket" title={t("basic.title")} side={<p>{t("basic.side")}</p>}>
      <DataTable
        caption={t("basic.title")}
        hideCaption
        cards
        empty={t("basic.empty")}
        columns={[
          { key: "title", label: t("basic.measure") },
          { key: "strongest", label: t("reason.strongest"), cardLabel: false },
          { key: "evidence", label: t("meta.evidence") },
          { key: "cost", label: t("meta.cost") },
          { key: "plan", label: t("toPlan"), hideLabel: true, cardLabel: false, nowrap: true },
        ]}
        rows={run.basic.map((item) => ({
          key: item.id,
          id: item.id,
          cells: [
            <span key="title" id={`${item.id}-h`}>
              {item.title}
            </span>,
            item.strongest,
            item.evidence.grade.toUpperCase(),
            costClassText(item, kit),
            <InPlan key="plan" item={item} kit={kit} label="addShort" quiet />,
          ],
        }))}
      />
    </Section>
  );
}
