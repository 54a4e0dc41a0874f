"use client";

import { word } from "./editor-words.ts";
import { type MeasureKit, Select, Tick, WholeNumber } from "./measure-controls.tsx";
import { TextPair } from "./text-pair.tsx";

/** What the measure is called, where it helps and how much. */
export function WhatFields({ kit }: { readonly kit: MeasureKit }) {
  const { words, measure, set, isReadOnly, dimensions } = kit;
  const setEffect = (id: string, level: number) => {
    const { [id]: _old, ...others } = measure.effects;
    set({ effects: level === 0 ? others : { ...measure.effects, [id]: level } });
  };
  return (
    <div className="stack-6">
      <TextPair
        id="titel"
        label={word(words, "measure.title")}
        value={measure}
        words={words}
        isReadOnly={isReadOnly}
        onChange={({ sv, en }) => set({ sv, en })}
      />
      <Select
        label={word(words, "measure.mainDimension")}
        value={measure.mainDimension}
        options={dimensions.map(({ id, title }) => ({ value: id, label: title }))}
        kit={kit}
        onChange={(mainDimension) =>
          set({ mainDimension, effects: { ...measure.effects, [mainDimension]: measure.effects[mainDimension] ?? 1 } })
        }
      />
      <fieldset>
        <legend>{word(words, "measure.effects")}</legend>
        <p className="field-hint">{word(words, "measure.effectsHint")}</p>
        <div className="effect-list">
          {dimensions.map(({ id, title }) => (
            <label key={id} className="effect">
              <span>{title}</span>
              <select
                className="input in-s"
                value={measure.effects[id] ?? 0}
                disabled={isReadOnly}
                onChange={(event) => setEffect(id, Number(event.target.value))}
              >
                {[0, 1, 2, 3].map((level) => (
                  <option key={level} value={level} disabled={level === 0 && id === measure.mainDimension}>
                    {word(words, `effect.${level}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="stack-2">
        <legend>{word(words, "measure.kinds")}</legend>
        {(["harm", "retains", "universal"] as const).map((key) => (
          <Tick
            key={key}
            label={word(words, `measure.${key}`)}
            checked={measure[key]}
            isReadOnly={isReadOnly}
            onChange={(value) => set({ [key]: value })}
          />
        ))}
      </fieldset>
    </div>
  );
}

const owners = ["municipality", "company", "civil", "region"] as const;

interface Span {
  readonly min: number;
  readonly max: number;
}
/** A span with one end moved; the other end goes with it where they would cross. */
const withEnd = ({ min, max }: Span, end: keyof Span, value: number): Span =>
  end === "min" ? { min: value, max: Math.max(value, max) } : { min: Math.min(min, value), max: value };

/** Who, what it costs, how long it takes. */
export function CostFields({ kit }: { readonly kit: MeasureKit }) {
  const { words, measure, set, isReadOnly } = kit;
  const options = <const V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: word(words, `${group}.${value}`) }));
  return (
    <div className="stack-6">
      <fieldset className="stack-2">
        <legend>{word(words, "measure.owners")}</legend>
        {owners.map((owner) => (
          <Tick
            key={owner}
            label={word(words, `owner.${owner}`)}
            checked={measure.owners.includes(owner)}
            isReadOnly={isReadOnly || (measure.owners.length === 1 && measure.owners[0] === owner)}
            onChange={(isOwner) => set({ owners: isOwner ? [...measure.owners, owner] : measure.owners.filter((one) => one !== owner) })}
          />
        ))}
      </fieldset>
      <div className="editor-row">
        <Select
          label={word(words, "measure.cost")}
          value={measure.cost}
          options={options("cost", ["small", "medium", "large"])}
          kit={kit}
          onChange={(cost) => set({ cost })}
        />
        {(["min", "max"] as const).map((end) => (
          <WholeNumber
            key={end}
            label={word(words, `measure.costSek.${end}`)}
            value={measure.costSek[end]}
            unit={word(words, "measure.sekUnit")}
            isReadOnly={isReadOnly}
            onChange={(value) => set({ costSek: withEnd(measure.costSek, end, value) })}
          />
        ))}
      </div>
      <TextPair
        id="kostnad"
        label={word(words, "measure.costBasis")}
        value={measure.costBasis}
        words={words}
        isReadOnly={isReadOnly}
        onChange={({ sv, en }) => set({ costBasis: { ...measure.costBasis, sv, en } })}
      />
      <div className="editor-row">
        {(["municipality", "company"] as const).map((party) => (
          <WholeNumber
            key={party}
            label={word(words, `measure.hours.${party}`)}
            value={measure.hours[party]}
            unit={word(words, "measure.hourUnit")}
            isReadOnly={isReadOnly}
            onChange={(value) => set({ hours: { ...measure.hours, [party]: value } })}
          />
        ))}
        <Select
          label={word(words, "measure.horizon")}
          value={measure.horizon}
          options={options("horizon", ["short", "medium", "long"])}
          kit={kit}
          onChange={(horizon) => set({ horizon })}
        />
        {(["min", "max"] as const).map((end) => (
          <WholeNumber
            key={end}
            label={word(words, `measure.months.${end}`)}
            value={measure.horizonMonths[end]}
            unit={word(words, "measure.monthUnit")}
            isReadOnly={isReadOnly}
            onChange={(value) => set({ horizonMonths: withEnd(measure.horizonMonths, end, value) })}
          />
        ))}
      </div>
    </div>
  );
}
