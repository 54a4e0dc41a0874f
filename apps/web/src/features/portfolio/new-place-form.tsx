"use client";

import { Button, TextField } from "@hp/ui";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { CallForm } from "../place/form/call-form.tsx";
import type { NumberLocale } from "../place/number-text.ts";
import { choiceOf, fill, type PlaceChoice } from "./place-choice.ts";
import { PlaceCombobox } from "./place-combobox.tsx";

type Words = Readonly<
  Record<
    | "search"
    | "searchHint"
    | "find"
    | "results"
    | "none"
    | "count"
    | "chosen"
    | "locality"
    | "municipality"
    | "population"
    | "name"
    | "nameHint"
    | "organisation"
    | "organisationHint"
    | "coordinates"
    | "submit"
    | "busy"
    | "errorTitle",
    string
  >
>;

/** Props of {@link NewPlaceForm}. */
export interface NewPlaceFormProps {
  readonly search: string;
  /** Hits of the search that the address names. */
  readonly choices: readonly PlaceChoice[];
  readonly idempotencyKey: string;
  readonly needsOrganisation: boolean;
  readonly organisation: string | null;
  readonly words: Words;
  readonly locale: NumberLocale;
}

/** Finds the place, names it and adds it. Without scripts the search is a form of its own, and its hits are radios. */
export function NewPlaceForm(props: NewPlaceFormProps) {
  const { words, locale, choices } = props;
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const [chosen, setChosen] = useState<PlaceChoice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const find = async (query: string) => (await trpc.place.search.query({ query })).map((hit) => choiceOf(hit, words, locale));
  return (
    <>
      {isScripted ? (
        <PlaceCombobox
          label={words.search}
          hint={words.searchHint}
          none={words.none}
          count={words.count}
          initial={props.search}
          find={find}
          onChoose={setChosen}
        />
      ) : (
        <form method="get" className="flex flex-wrap items-end gap-3">
          <TextField
            name="q"
            label={words.search}
            hint={words.searchHint}
            defaultValue={props.search}
            width="m"
            maxLength={60}
            autoComplete="off"
          />
          <Button type="submit">{words.find}</Button>
        </form>
      )}
      {chosen === null && choices.length === 0 ? (
        <p>{props.search === "" ? null : words.none}</p>
      ) : (
        <Naming {...props} chosen={isScripted ? chosen : null} onChoose={setChosen} />
      )}
    </>
  );
}

interface NamingProps extends NewPlaceFormProps {
  /** What was chosen in the type-ahead; null: the hits stand as radios. */
  readonly chosen: PlaceChoice | null;
  readonly onChoose: (choice: PlaceChoice) => void;
}

/** The second half: what the place is called, and the first time who coordinates it. */
function Naming({ chosen, onChoose, choices, words, ...props }: NamingProps) {
  return (
    <CallForm
      call="place.create"
      hidden={{ idempotencyKey: props.idempotencyKey, ...(chosen === null ? {} : { hit: chosen.value }) }}
      back={`/mina-platser/ny?q=${encodeURIComponent(props.search)}`}
      next="/plats/{placeId}"
      variant="go"
      submit={words.submit}
      busy={words.busy}
      errorTitle={words.errorTitle}
      fieldIds={{ municipalityCode: "q", localityCode: "q", name: "name", organisationName: "organisationName" }}
    >
      {chosen === null ? (
        <fieldset className="field">
          <legend>{words.results}</legend>
          {choices.map((choice) => (
            <label className="tick" key={choice.value}>
              <input
                type="radio"
                name="hit"
                value={choice.value}
                required
                defaultChecked={choices.length === 1}
                onChange={() => onChoose(choice)}
              />
              <span>
                {choice.name} <small>{choice.detail}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p role="status">
          {words.chosen} <strong>{chosen.name}</strong> <span className="muted">{chosen.detail}</span>
        </p>
      )}
      <TextField
        key={chosen?.value}
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={chosen?.name ?? (choices.length === 1 ? choices[0]?.name : undefined)}
        width="m"
        maxLength={80}
        required
        autoComplete="off"
      />
      {props.needsOrganisation ? (
        <TextField
          name="organisationName"
          label={words.organisation}
          hint={words.organisationHint}
          width="m"
          maxLength={120}
          required
          autoComplete="organization"
        />
      ) : (
        <p className="small muted">{fill(words.coordinates, { organisation: props.organisation ?? "" })}</p>
      )}
    </CallForm>
  );
}
