import { randomUUID } from "node:crypto";
import { Disclosure, RadioGroupField, TextField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { placePaths } from "../place/place-paths.ts";
import { responsibleOptions } from "./plan-forms.ts";
import type { PlanKit } from "./plan-kit.ts";

/** An action of the place's own, besides those from the advice. */
export function AddOwnForm({ kit }: { readonly kit: PlanKit }) {
  const { t, head } = kit;
  return (
    <Disclosure summary={t("own.summary")} id="egen-atgard">
      <CallForm
        call="plan.addOwn"
        hidden={{ placeId: head.place.id, idempotencyKey: randomUUID() }}
        back={`${placePaths(head.place.id).plan}#atgarder`}
        submit={t("own.submit")}
        busy={t("saving")}
        done={t("own.done")}
        focusId="atgarder-h"
        errorTitle={t("errorTitle")}
        fieldIds={{ title: "egen-title", responsibleParty: "egen-part-0" }}
      >
        <TextField
          name="title"
          id="egen-title"
          label={t("field.title")}
          hint={t("own.titleHint")}
          maxLength={160}
          required
          autoComplete="off"
        />
        <RadioGroupField
          name="responsibleParty"
          id="egen-part"
          label={t("field.responsibleParty")}
          defaultValue="both"
          options={responsibleOptions(t)}
        />
      </CallForm>
    </Disclosure>
  );
}
