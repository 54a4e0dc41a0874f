import type { FactView } from "@hp/contracts";
import { CheckboxField, NumberField, RadioGroupField, SelectField, TextArea, TextField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { type ReaderLocale, readerLocale, type Say } from "../place/kit.ts";
import { writeNumber } from "../place/number-text.ts";
import { PageLink } from "../place/page-link.tsx";
import { factAnchor, placePaths } from "../place/place-paths.ts";
import type { FactKit } from "./fact-row.tsx";

/** Corrects an open figure by hand: it takes a note on why, since everyone will ask. */
export async function FactCorrection({ fact, kit }: { readonly fact: FactView; readonly kit: FactKit }) {
  const { t, head } = kit;
  const locale = await readerLocale();
  const paths = placePaths(head.place.id);
  const here = paths.fact(fact.key);
  const id = `ratta-${fact.key}`;
  return (
    <div className="note stack">
      <CallForm
        call="profile.setFact"
        hidden={{ placeId: head.place.id, key: fact.key, type: fact.type, locale, version: String(fact.version) }}
        back={`${paths.profile}?ratta=${fact.key}#${factAnchor(fact.key)}`}
        next={here}
        focusId={factAnchor(fact.key)}
        submit={t("correct.submit")}
        busy={t("words.saving")}
        done={t("correct.done", { label: fact.label })}
        errorTitle={t("errorTitle")}
        fieldIds={{ value: fact.type === "boolean" ? `${id}-0` : id, note: `${id}-note` }}
      >
        <Control fact={fact} id={id} t={t} locale={locale} />
        <CheckboxField name="unknown" id={`${id}-unknown`} label={t("correct.unknown")} />
        <TextArea
          name="note"
          id={`${id}-note`}
          label={t("correct.note")}
          hint={t("correct.noteHint")}
          maxLength={500}
          rows={3}
          required
          defaultValue={fact.note ?? ""}
        />
      </CallForm>
      <p className="small">
        <PageLink href={here} scroll={false}>
          {t("correct.cancel")}
        </PageLink>
      </p>
    </div>
  );
}

interface ControlProps {
  readonly fact: FactView;
  readonly id: string;
  readonly t: Say;
  readonly locale: ReaderLocale;
}

const savedText = ({ value }: FactView, locale: ReaderLocale) =>
  value === null ? "" : typeof value === "number" ? writeNumber(value, locale) : String(value);

function Control({ fact, id, t, locale }: ControlProps) {
  const shared = { name: "value", id, label: t("correct.value") };
  const text = savedText(fact, locale);
  if (fact.choices.length > 0)
    return (
      <SelectField
        {...shared}
        options={fact.choices.map(({ key, label }) => ({ value: key, label }))}
        defaultValue={text}
        empty={t("words.choose")}
      />
    );
  if (fact.type === "boolean")
    return (
      <RadioGroupField
        {...shared}
        inline
        defaultValue={fact.value === null ? undefined : fact.value === true ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`value.${value}`) }))}
      />
    );
  if (fact.type === "number" || fact.type === "integer")
    return <NumberField {...shared} unit={fact.unit ?? undefined} decimals={fact.type === "number"} defaultValue={text} />;
  return <TextField {...shared} defaultValue={text} width="m" />;
}
