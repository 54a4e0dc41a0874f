import type { FactView } from "@hp/contracts";
import { CheckboxField, NumberField, RadioGroupField, SelectField, TextArea, TextField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale } from "../place/kit.ts";
import { writeNumber } from "../place/number-text.ts";
import { PageLink } from "../place/page-link.tsx";
import { factAnchor, placePaths } from "../place/place-paths.ts";
import type { FactKit } from "./fact-row.tsx";

/** Corrects an open figure by hand: it takes a note on why, since everyone will ask. */
export async function FactCorrection({ fact, kit }: { readonly fact: FactView; readonly kit: FactKit }) {
  const { t, head } = kit;
  const locale = await readerLocale();
  const paths = placePaths(head.place.id);
  const here = `${paths.profile}#${factAnchor(fact.key)}`;
  const id = `ratta-${fact.key}`;
  const text = fact.value === null ? "" : typeof fact.value === "number" ? writeNumber(fact.value, locale) : String(fact.value);
  const control =
    fact.choices.length > 0 ? (
      <SelectField name="value" id={id} label={t("correct.value")} options={fact.choices.map(({ key, label }) => ({ value: key, label }))} defaultValue={text} empty={t("words.choose")} />
    ) : fact.type === "boolean" ? (
      <RadioGroupField
        name="value"
        id={id}
        label={t("correct.value")}
        inline
        defaultValue={fact.value === true ? "yes" : fact.value === false ? "no" : undefined}
        options={[
          { value: "yes", label: t("value.yes") },
          { value: "no", label: t("value.no") },
        ]}
      />
    ) : fact.type === "number" || fact.type === "integer" ? (
      <NumberField name="value" id={id} label={t("correct.value")} unit={fact.unit ?? undefined} decimals={fact.type === "number"} defaultValue={text} />
    ) : (
      <TextField name="value" id={id} label={t("correct.value")} defaultValue={text} width="m" />
    );
  return (
    <div className="note stack">
      <CallForm
        call="profile.setFact"
        hidden={{ placeId: head.place.id, key: fact.key, type: fact.type, locale, version: String(fact.version) }}
        back={`${paths.profile}?ratta=${fact.key}#${factAnchor(fact.key)}`}
        next={here}
        submit={t("correct.submit")}
        busy={t("words.saving")}
        done={t("correct.done", { label: fact.label })}
        errorTitle={t("errorTitle")}
        fieldIds={{ value: fact.type === "boolean" ? `${id}-0` : id, note: `${id}-note` }}
      >
        {control}
        <CheckboxField name="unknown" id={`${id}-unknown`} label={t("correct.unknown")} />
        <TextArea name="note" id={`${id}-note`} label={t("correct.note")} hint={t("correct.noteHint")} maxLength={500} rows={3} required defaultValue={fact.note ?? ""} />
      </CallForm>
      <p className="small">
        <PageLink href={here} scroll={false}>
          {t("correct.cancel")}
        </PageLink>
      </p>
    </div>
  );
}
