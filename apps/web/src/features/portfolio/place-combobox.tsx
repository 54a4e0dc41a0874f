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
  readonly isInvalid: boolean;
  readonly find: (query: string) => Promise<readonly PlaceChoice[]>;
  readonly onChoose: (choice: PlaceChoice) => void;
}

const waitMs = 180;

/** A field that finds places while one types: arrows and Enter choose, Escape closes, and the number of hits is said. */
export function PlaceCombobox(props: PlaceComboboxProps) {
  const { find, onChoose } = props;
  const id = useId();
  const [text, setText] = useState(props.initial);
  const [hits, setHits] = useState<readonly PlaceChoice[] | null>(null);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (query: string) => {
    setText(query);
    clearTimeout(timer.current);
    const turn = ++latest.current;
    if (query.trim() === "") {
      setHits(null);
      setOpen(false);
      return;
    }
    timer.current = setTimeout(async () => {
      const found = await find(query.trim()).catch(() => null);
      // An older answer may come after a newer one.
      if (turn !== latest.current || found === null) return;
      setHits(found);
      setActive(found.length > 0 ? 0 : -1);
      setOpen(true);
    }, waitMs);
  };
  const choose = (choice: PlaceChoice) => {
    latest.current++;
    setText(choice.name);
    setOpen(false);
    onChoose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (hits === null || hits.length === 0) return;
    const last = hits.length - 1;
    const step = { ArrowDown: active >= last ? 0 : active + 1, ArrowUp: active <= 0 ? last : active - 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(isOpen ? step : Math.max(active, 0));
      return;
    }
    if (!isOpen) return;
    const chosen = hits[active];
    if (event.key === "Enter" && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      setOpen(false);
    }
  };
  const optionId = (index: number) => `${id}-o${index}`;
  useEffect(() => {
    if (isOpen && active >= 0) document.getElementById(`${id}-o${active}`)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, active, id]);
  return (
    <div className="field">
      <label htmlFor="q">{props.label}</label>
      <p className="field-hint" id="q-hint">
        {props.hint}
      </p>
      <div className="combo field-row">
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
          aria-invalid={props.isInvalid || undefined}
          maxLength={60}
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <ul className="listbox" id={`${id}-list`} role="listbox" aria-label={props.label} hidden={!isOpen || hits === null || hits.length === 0}>
          {(hits ?? []).map((hit, index) => (
            // Chosen before the field loses focus.
            <li key={hit.value} id={optionId(index)} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(hit)}>
              {hit.name} <small>{hit.detail}</small>
            </li>
          ))}
        </ul>
      </div>
      <p className="small muted" role="status">
        {hits === null || !isOpen ? null : hits.length === 0 ? props.none : <span className="vh">{props.count.replace("{count}", String(hits.length))}</span>}
      </p>
    </div>
  );
}
