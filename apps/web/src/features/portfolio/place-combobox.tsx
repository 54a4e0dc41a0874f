"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { PlaceChoice } from "./place-choice.ts";

/** Props of {@link PlaceCombobox}. */
export interface PlaceComboboxProps {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
  /** "{count} places found". */
  readonly count: string;
  readonly initial: string;
  readonly find: (query: string) => Promise<readonly PlaceChoice[]>;
  readonly onChoose: (choice: PlaceChoice) => void;
}

const waitMs = 180;

/** Finds places while one types: one search at a time, and only the newest answer counts. */
function useSuggestions(find: PlaceComboboxProps["find"]) {
  const [hits, setHits] = useState<readonly PlaceChoice[] | null>(null);
  const [active, setActive] = useState(-1);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = () => {
    latest.current += 1;
    clearTimeout(timer.current);
    setHits(null);
  };
  const search = (query: string) => {
    close();
    if (query.trim() === "") return;
    const turn = latest.current;
    timer.current = setTimeout(async () => {
      const found = await find(query.trim()).catch(() => null);
      if (turn !== latest.current || found === null) return;
      setHits(found);
      setActive(found.length > 0 ? 0 : -1);
    }, waitMs);
  };
  return { hits, active, setActive, search, close };
}

/** Where an arrow leads among `count` options, round the ends. Null for another key. */
function step(key: string, active: number, count: number): number | null {
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  return null;
}

/** A field that finds places while one types: arrows and Enter choose, Escape closes, and the number of hits is said. */
export function PlaceCombobox(props: PlaceComboboxProps) {
  const id = useId();
  const optionId = (index: number) => `${id}-o${index}`;
  const [text, setText] = useState(props.initial);
  const { hits, active, setActive, search, close } = useSuggestions(props.find);
  const isOpen = hits !== null && hits.length > 0;
  const choose = (choice: PlaceChoice) => {
    close();
    setText(choice.name);
    props.onChoose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const next = step(event.key, active, hits.length);
    const chosen = event.key === "Enter" ? hits[active] : undefined;
    if (next === null && chosen === undefined && event.key !== "Escape") return;
    event.preventDefault();
    if (next !== null) setActive(next);
    else if (chosen !== undefined) choose(chosen);
    else close();
  };
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-o${active}`)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, active, id]);
  return (
    <div className="field">
      <label htmlFor="q">{props.label}</label>
      <p className="field-hint" id="q-hint">
        {props.hint}
      </p>
      <div className="combo">
        <input
          id="q"
          name="q"
          type="text"
          className="input in-m"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
          aria-describedby="q-hint"
          maxLength={60}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            search(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <div className="listbox" id={`${id}-list`} role="listbox" aria-label={props.label} hidden={!isOpen}>
          {(hits ?? []).map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={hit.value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The field would lose the focus, and close the list, before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              {hit.name} <small>{hit.detail}</small>
            </div>
          ))}
        </div>
      </div>
      <p className="small muted" role="status">
        {hits === null ? null : hits.length === 0 ? (
          props.none
        ) : (
          <span className="vh">{props.count.replace("{count}", String(hits.length))}</span>
        )}
      </p>
    </div>
  );
}
