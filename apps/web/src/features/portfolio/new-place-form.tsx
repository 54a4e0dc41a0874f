"use client";

import type { PlaceHit } from "@hp/contracts";
import { Button, TextField } from "@hp/ui";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { CallForm } from "../place/form/call-form.tsx";
import { type NumberLocale, writeNumber } from "../place/number-text.ts";
import type { PlaceChoice } from "./place-choice.ts";
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

const fill = (template: string, values: Readonly<Record<string, string>>) => template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

/** Finds the place, names it and adds it. Without scripts the search is a form of its own, and its hits are radios. */
export function NewPlaceForm(props: NewPlaceFormProps) {
  const { words, locale } = props;
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const [chosen, setChosen] = useState<PlaceChoice | null>(props.choices.length === 1 ? (props.choices[0] ?? null) : null);
  const [name, setName] = useState(chosen?.name ?? "");
  const choose = (choice: PlaceChoice) => {
    setChosen(choice);
    setName(choice.name);
  };
  const detail = (hit: PlaceHit) =>
    hit.kind === "municipality"
      ? fill(words.municipality, { county: hit.countyName })
      : fill(words.locality, { municipality: hit.municipalityName, county: hit.countyName }) + (hit.population === null ? "" : fill(words.population, { population: writeNumber(hit.population, locale) }));
  const find = async (query: string) =>
    (await trpc.place.search.query({ query })).map((hit) => ({ value: hit.kind === "municipality" ? `${hit.municipalityCode}:` : `${hit.municipalityCode}:${hit.code}`, name: hit.name, detail: detail(hit) }));
  return (
    <>
      {isScripted ? (
        <PlaceCombobox label={words.search} hint={words.searchHint} none={words.none} count={words.count} initial={props.search} isInvalid={false} find={find} onChoose={choose} />
      ) : (
        <form method="get" className="flex flex-wrap items-end gap-3">
          <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={props.search} width="m" maxLength={60} autoComplete="off" />
          <Button type="submit">{words.find}</Button>
        </form>
      )}
      {chosen === null && props.choices.length === 0 ? (
        props.search === "" ? null : <p>{words.none}</p>
      ) : (
        <CallForm
          call="place.create"
          hidden={{ idempotencyKey: props.idempotencyKey, ...(isScripted && chosen !== null ? { hit: chosen.value } : {}) }}
          back={`/mina-platser/ny?q=${encodeURIComponent(props.search)}`}
          next="/plats/{placeId}"
          variant="go"
          submit={words.submit}
          busy={words.busy}
          errorTitle={words.errorTitle}
          fieldIds={{ municipalityCode: "q", localityCode: "q", name: "name", organisationName: "organisationName" }}
        >
          {isScripted && chosen !== null ? (
            <p>
              {words.chosen} <strong>{chosen.name}</strong> <span className="muted">{chosen.detail}</span>
            </p>
          ) : (
            <fieldset className="field">
              <legend>{words.results}</legend>
              {props.choices.map((choice, index) => (
                <label className="tick" key={choice.value}>
                  <input type="radio" name="hit" value={choice.value} required defaultChecked={index === 0 && props.choices.length === 1} onChange={() => choose(choice)} />
                  <span>
                    {choice.name} <small>{choice.detail}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          {isScripted ? (
            <TextField name="name" label={words.name} hint={words.nameHint} value={name} onChange={(event) => setName(event.target.value)} width="m" maxLength={80} required autoComplete="off" />
          ) : (
            <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={name} width="m" maxLength={80} required autoComplete="off" />
          )}
          {props.needsOrganisation ? (
            <TextField name="organisationName" label={words.organisation} hint={words.organisationHint} width="m" maxLength={120} required autoComplete="organization" />
          ) : (
            <p className="small muted">{fill(words.coordinates, { organisation: props.organisation ?? "" })}</p>
          )}
        </CallForm>
      )}
    </>
  );
}
