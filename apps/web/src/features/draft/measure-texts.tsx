"use client";

import { fundingHints, type Text } from "@hp/domain";
import { word } from "./editor-words.ts";
import { emptyText, Labelled, type MeasureKit, type Named, Picker, Select, Tick } from "./measure-controls.tsx";
import { TextPair, TextPairList } from "./text-pair.tsx";

/** What the measure rests on, what to watch out for, and when it is to be looked at again. */
export function EvidenceFields({ kit, kpis }: { readonly kit: MeasureKit; readonly kpis: readonly Named[] }) {
  const { words, measure, set, isReadOnly } = kit;
  const options = <const V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: word(words, `${group}.${value}`) }));
  const optional = (key: "caution" | "legal", value: Text) => set({ [key]: value.sv === "" && value.en === "" ? null : value });
  return (
    <div className="stack-6">
      <div className="editor-row">
        <Select
          label={word(words, "measure.grade")}
          value={measure.evidence.grade}
          options={options("evidence", ["a", "b", "c", "d"])}
          kit={kit}
          onChange={(grade) => set({ evidence: { ...measure.evidence, grade } })}
        />
        <Select
          label={word(words, "measure.sourceKind")}
          value={measure.sourceKind}
          options={options("sourceKind", ["research", "evaluation", "practice", "expert"])}
          kit={kit}
          onChange={(sourceKind) => set({ sourceKind })}
        />
        <Labelled label={word(words, "measure.reviewBy")} hint={word(words, "measure.reviewByHint")}>
          <input
            className="input in-s"
            type="month"
            value={measure.reviewBy}
            readOnly={isReadOnly}
            onChange={(event) => set({ reviewBy: event.target.value })}
          />
        </Labelled>
      </div>
      <Tick
        label={word(words, "measure.mixed")}
        checked={measure.evidence.mixed}
        isReadOnly={isReadOnly}
        onChange={(mixed) => set({ evidence: { ...measure.evidence, mixed } })}
      />
      <TextPair
        id="kalla"
        label={word(words, "measure.source")}
        value={measure.source}
        rows={2}
        words={words}
        isReadOnly={isReadOnly}
        onChange={(source) => set({ source })}
      />
      {(["caution", "legal"] as const).map((key) => (
        <TextPair
          key={key}
          id={key}
          label={word(words, `measure.${key}`)}
          value={measure[key] ?? emptyText}
          rows={2}
          words={words}
          isReadOnly={isReadOnly}
          onChange={(value) => optional(key, value)}
        />
      ))}
      <TextPair
        id="lokalt"
        label={word(words, "measure.local")}
        value={measure.followUp.local ?? emptyText}
        words={words}
        isReadOnly={isReadOnly}
        onChange={(local) => set({ followUp: { ...measure.followUp, local: local.sv === "" && local.en === "" ? null : local } })}
      />
      <Picker
        label={word(words, "measure.kpis")}
        chosen={measure.followUp.kpis}
        options={kpis}
        words={words}
        isReadOnly={isReadOnly}
        onChange={(list) => set({ followUp: { ...measure.followUp, kpis: list } })}
      />
    </div>
  );
}

const emptyCard = {
  summary: emptyText,
  success: [],
  steps: [],
  municipality: emptyText,
  company: emptyText,
  followUp: [],
  counterEvidence: emptyText,
  funding: [],
};

/** What a place reads of the measure before deciding on it. */
export function CardFields({ kit }: { readonly kit: MeasureKit }) {
  const { words, measure, set, isReadOnly } = kit;
  const card = measure.card ?? emptyCard;
  const setCard = (patch: Partial<typeof card>) => set({ card: { ...card, ...patch } });
  const pair = (key: "summary" | "municipality" | "company" | "counterEvidence") => (
    <TextPair
      id={`kort-${key}`}
      label={word(words, `card.${key}`)}
      value={card[key]}
      rows={3}
      words={words}
      isReadOnly={isReadOnly}
      onChange={(value) => setCard({ [key]: value })}
    />
  );
  const list = (key: "success" | "steps" | "followUp") => (
    <TextPairList
      id={`kort-${key}`}
      label={word(words, `card.${key}`)}
      values={card[key]}
      words={words}
      isReadOnly={isReadOnly}
      onChange={(value) => setCard({ [key]: value })}
    />
  );
  return (
    <div className="stack-6">
      {pair("summary")}
      {list("success")}
      {list("steps")}
      {pair("municipality")}
      {pair("company")}
      {list("followUp")}
      {pair("counterEvidence")}
      <fieldset className="stack-2">
        <legend>{word(words, "card.funding")}</legend>
        {fundingHints.map((hint) => (
          <Tick
            key={hint}
            label={word(words, `funding.${hint}`)}
            checked={card.funding.includes(hint)}
            isReadOnly={isReadOnly}
            onChange={(isChosen) => setCard({ funding: isChosen ? [...card.funding, hint] : card.funding.filter((one) => one !== hint) })}
          />
        ))}
      </fieldset>
    </div>
  );
}
