"use client";

import type { DraftMeasureItem } from "@hp/contracts";
import type { Condition } from "@hp/domain";
import { ConditionEditor } from "./condition-editor.tsx";
import { word } from "./editor-words.ts";
import { Picker } from "./measure-controls.tsx";
import type { MeasureEditorProps } from "./measure-editor.tsx";

type Rule = DraftMeasureItem["rule"];
const single = ["require", "exclude", "inPlace"] as const;
const several = ["boost", "damp"] as const;

/** The rule: when the measure is right, wrong, better, worse or there already, and how it goes with others. */
export function RuleFields({
  rule,
  set,
  props,
}: {
  readonly rule: Rule;
  readonly set: (patch: Partial<Rule>) => void;
  readonly props: MeasureEditorProps;
}) {
  const { words, isReadOnly, measures } = props;
  const shared = { draftId: props.draftId, fields: props.fields, words, locale: props.locale, isReadOnly };
  const replace = (list: readonly Condition[], index: number, next: Condition | null) =>
    list.flatMap((one, position) => (position !== index ? [one] : next === null ? [] : [next]));
  return (
    <div className="stack-8">
      {single.map((part) => (
        <ConditionEditor
          key={part}
          {...shared}
          label={word(words, `rule.${part}`)}
          hint={word(words, `rule.hint.${part}`)}
          condition={rule[part]}
          onChange={(condition) => set({ [part]: condition })}
        />
      ))}
      {several.map((part) => (
        <div key={part} className="stack-6">
          {[...rule[part], null].map((condition, index) => (
            <ConditionEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition is where it stands
              key={index}
              {...shared}
              label={`${word(words, `rule.${part}`)} ${index + 1}`}
              hint={word(words, `rule.hint.${part}`)}
              condition={condition}
              onChange={(next) =>
                set({ [part]: condition === null ? [...rule[part], ...(next === null ? [] : [next])] : replace(rule[part], index, next) })
              }
            />
          ))}
        </div>
      ))}
      {(["prerequisites", "conflicts"] as const).map((part) => (
        <Picker
          key={part}
          label={word(words, `rule.${part}`)}
          chosen={rule[part]}
          options={measures}
          words={words}
          isReadOnly={isReadOnly}
          onChange={(list) => set({ [part]: list })}
        />
      ))}
      <Picker
        label={word(words, "rule.synergies")}
        chosen={rule.synergies.map((one) => one.with)}
        options={measures}
        words={words}
        isReadOnly={isReadOnly}
        onChange={(list) =>
          set({ synergies: list.map((id) => rule.synergies.find((one) => one.with === id) ?? { with: id, factor: 1.2 }) })
        }
      />
    </div>
  );
}
