"use client";

import { RadioGroupField, SelectField, TextField } from "@hp/ui";
import { useState } from "react";
import { CallForm } from "../place/form/call-form.tsx";

/** An organisation to invite to: one in the place, or a new one, which has no name yet. */
export interface InviteOrganisation {
  readonly value: string;
  readonly kind: "municipality" | "company" | "coordinator";
  readonly name: string | null;
  readonly label: string;
}

type Words = Readonly<
  Record<
    | "email"
    | "emailHint"
    | "organisation"
    | "choose"
    | "name"
    | "nameHint"
    | "may"
    | "mayEdit"
    | "mayEditHint"
    | "mayView"
    | "mayViewHint"
    | "roleGroup"
    | "roleGroupHint"
    | "roleGroupNone"
    | "submit"
    | "busy"
    | "done"
    | "errorTitle",
    string
  >
>;

/** Props of {@link InviteForm}. */
export interface InviteFormProps {
  readonly placeId: string;
  readonly back: string;
  readonly idempotencyKey: string;
  readonly organisations: readonly InviteOrganisation[];
  readonly roleGroups: readonly {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly words: Words;
}

/** Invites a person by mail. The name of a new organisation is asked for only when there is one. */
export function InviteForm({ placeId, back, idempotencyKey, organisations, roleGroups, words }: InviteFormProps) {
  const [chosen, setChosen] = useState<string | null>(organisations.length === 1 ? (organisations[0]?.value ?? null) : null);
  const needsName = chosen === null ? organisations.some(({ name }) => name === null) : chosen.startsWith("new:");
  return (
    <CallForm
      call="member.invite"
      hidden={{ placeId, idempotencyKey }}
      back={back}
      submit={words.submit}
      busy={words.busy}
      done={words.done}
      focusId="inbjudningar-h"
      errorTitle={words.errorTitle}
      fieldIds={{
        email: "email",
        organisation: "organisation",
        id: "organisation",
        name: "organisationName",
        role: "may-0",
        roleGroup: "roleGroup",
      }}
    >
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} autoComplete="off" required width="m" />
      <SelectField
        name="organisation"
        label={words.organisation}
        empty={organisations.length > 1 ? words.choose : undefined}
        required
        onChange={(event) => setChosen(event.target.value === "" ? null : event.target.value)}
        options={organisations.map(({ value, label }) => ({ value, label }))}
      />
      {needsName ? (
        <TextField
          name="organisationName"
          label={words.name}
          hint={words.nameHint}
          width="m"
          required={chosen !== null}
          autoComplete="off"
        />
      ) : null}
      <RadioGroupField
        name="may"
        label={words.may}
        defaultValue="edit"
        options={[
          { value: "edit", label: words.mayEdit, hint: words.mayEditHint },
          { value: "view", label: words.mayView, hint: words.mayViewHint },
        ]}
      />
      {roleGroups.length > 0 ? (
        <SelectField name="roleGroup" label={words.roleGroup} hint={words.roleGroupHint} empty={words.roleGroupNone} options={roleGroups} />
      ) : null}
    </CallForm>
  );
}
