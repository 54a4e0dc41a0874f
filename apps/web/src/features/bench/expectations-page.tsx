import { randomUUID } from "node:crypto";
import type { expectationListView } from "@hp/contracts";
import { DataTable, Section, SelectField, TextField } from "@hp/ui";
import type { z } from "zod";
import { ContentFrame } from "../content/content-frame.tsx";
import { contentPaths } from "../content/content-paths.ts";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, say } from "../place/kit.ts";

type List = z.infer<typeof expectationListView>;

/** What admins have pinned that a place must be advised: tried in every trial. */
export async function ExpectationsPage({
  list,
  measures,
}: {
  readonly list: List;
  readonly measures: readonly { id: string; sv: string; en: string }[];
}) {
  const t = await say("bench");
  const locale = await readerLocale();
  return (
    <ContentFrame title={t("expect.title")} page="expectations">
      <Section id="forvantningar" title={t("expect.heading")} side={<p>{t("expect.side")}</p>}>
        <div className="stack-8">
          <DataTable
            caption={t("expect.heading")}
            hideCaption
            cards
            empty={t("expect.empty")}
            columns={[
              { key: "place", label: t("expect.place"), cardLabel: false },
              { key: "what", label: t("expect.what") },
              { key: "note", label: t("expect.why") },
              { key: "remove", label: t("expect.remove"), hideLabel: true },
            ]}
            rows={list.expectations.map((one) => ({
              key: one.id,
              cells: [
                one.placeName,
                t(`expect.say.${one.kind}`, { measure: `${one.measureTitle[locale]} (${one.measureId})`, within: one.within ?? 0 }),
                one.note,
                <CallForm
                  key="remove"
                  call="bench.unexpect"
                  hidden={{ expectationId: one.id }}
                  back={contentPaths.expectations}
                  submit={t("expect.remove")}
                  busy={t("saving")}
                  variant="quiet"
                  done={t("expect.removed")}
                  focusId="forvantningar-h"
                />,
              ],
            }))}
          />
          <CallForm
            call="bench.expect"
            hidden={{ idempotencyKey: randomUUID() }}
            back={contentPaths.expectations}
            submit={t("expect.add")}
            busy={t("saving")}
            variant="go"
            done={t("expect.added")}
            focusId="forvantningar-h"
            errorTitle={t("errorTitle")}
            fieldIds={{ place: "fv-plats", measureId: "fv-atgard", kind: "fv-slag", within: "fv-inom", note: "fv-not" }}
          >
            <SelectField
              name="place"
              id="fv-plats"
              label={t("expect.place")}
              options={[
                ...(list.places.length === 0
                  ? []
                  : [{ label: t("expect.ours"), options: list.places.map(({ id, name }) => ({ value: `place:${id}`, label: name })) }]),
                {
                  label: t("expect.municipalities"),
                  options: list.municipalities.map(({ code, name }) => ({ value: `municipality:${code}`, label: name })),
                },
              ]}
            />
            <SelectField
              name="measureId"
              id="fv-atgard"
              label={t("expect.measure")}
              width="full"
              options={measures.map((one) => ({ value: one.id, label: `${one.id} ${one[locale]}` }))}
            />
            <SelectField
              name="kind"
              id="fv-slag"
              label={t("expect.kind")}
              options={(["among_first", "not_advised", "excluded"] as const).map((value) => ({ value, label: t(`expect.kinds.${value}`) }))}
            />
            <TextField
              name="within"
              id="fv-inom"
              label={t("expect.within")}
              hint={t("expect.withinHint")}
              inputMode="numeric"
              width="s"
              autoComplete="off"
            />
            <TextField name="note" id="fv-not" label={t("expect.note")} maxLength={400} autoComplete="off" />
          </CallForm>
        </div>
      </Section>
    </ContentFrame>
  );
}
