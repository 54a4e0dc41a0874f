"use client";

import type { ConditionView } from "@hp/contracts";
import type { Condition } from "@hp/domain";
import { useEffect, useMemo, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { ComparisonFields, type ConditionKit, canCompare, firstValue } from "./comparison-fields.tsx";
import {
  addAt,
  type BranchKind,
  branch,
  branchKinds,
  isComparison,
  kindOf,
  moveAt,
  partsOf,
  replaceAt,
  setKindAt,
  type TreePath,
} from "./condition-tree.ts";
import { type EditorWords, word } from "./editor-words.ts";
import type { FieldOption } from "./field-option.ts";

const readAfterMs = 350;
const fieldGroups = ["precondition", "score", "item", "gap", "factGap", "peer"] as const;

/** What a condition's editor is given besides the condition. */
export interface ConditionEditorProps {
  readonly draftId: string;
  /** What the condition is for, such as "Krävs". */
  readonly label: string;
  readonly hint: string;
  readonly condition: Condition | null;
  readonly fields: readonly FieldOption[];
  readonly words: EditorWords;
  readonly locale: "sv" | "en";
  readonly isReadOnly: boolean;
  readonly onChange: (condition: Condition | null) => void;
}

function Part({
  node,
  path,
  kit,
  change,
  root,
}: {
  readonly node: Condition;
  readonly path: TreePath;
  readonly kit: ConditionKit;
  readonly root: Condition;
  readonly change: (root: Condition | null) => void;
}) {
  const { words, isReadOnly } = kit;
  const name =
    path.length === 0
      ? word(words, "condition.whole")
      : word(words, "condition.part", { number: path.map((index) => index + 1).join(".") });
  const newPart = (): Condition => {
    const field = kit.groups[0]?.[1][0];
    const op = field?.ops.includes("gte") ? "gte" : (field?.ops[0] ?? "known");
    return { field: field?.key ?? "", op, value: firstValue(op, field) } as Condition;
  };
  const button = (key: string, press: () => void) => (
    <button type="button" className="link-button" aria-label={`${word(words, `condition.${key}`)}: ${name}`} onClick={press}>
      {word(words, `condition.${key}`)}
    </button>
  );
  const tools = isReadOnly ? null : (
    <div className="condition-tools small">
      {isComparison(node)
        ? button("wrap", () => change(setKindAt(root, path, "all")))
        : button("add", () => change(addAt(root, path, newPart())))}
      {path.length === 0 ? null : button("up", () => change(moveAt(root, path, -1)))}
      {path.length === 0 ? null : button("down", () => change(moveAt(root, path, 1)))}
      {button("remove", () => change(replaceAt(root, path, null)))}
    </div>
  );
  if (isComparison(node))
    return (
      <div className="condition-part">
        <ComparisonFields atom={node} kit={kit} onChange={(atom) => change(replaceAt(root, path, atom))} />
        {tools}
      </div>
    );
  const kind = kindOf(node) ?? "all";
  return (
    <fieldset className="condition-part condition-branch">
      <legend className="vh">{name}</legend>
      <div className="comparison">
        <select
          className="input in-m"
          aria-label={`${word(words, "condition.kind")}: ${name}`}
          value={kind}
          disabled={isReadOnly}
          onChange={({ target }) => change(setKindAt(root, path, target.value as BranchKind))}
        >
          {branchKinds.map((one) => (
            <option key={one} value={one}>
              {word(words, `condition.kinds.${one}`)}
            </option>
          ))}
        </select>
        {"atLeast" in node ? (
          <select
            className="input in-s"
            aria-label={word(words, "condition.atLeast")}
            value={node.atLeast}
            disabled={isReadOnly}
            onChange={({ target }) => change(setKindAt(root, path, "atLeast", Number(target.value)))}
          >
            {node.of.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is the option
              <option key={index} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      <div className="condition-parts">
        {partsOf(node).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is where it stands
          <Part key={index} node={part} path={[...path, index]} kit={kit} root={root} change={change} />
        ))}
      </div>
      {tools}
    </fieldset>
  );
}

function Holds({ view, words, locale }: { readonly view: ConditionView; readonly words: EditorWords; readonly locale: "sv" | "en" }) {
  if (view.reading === null || view.holds === null)
    return (
      <p className="field-error">
        {word(words, "condition.problems", { codes: view.problems.map(({ code }) => word(words, `condition.problem.${code}`)).join(" ") })}
      </p>
    );
  const { places, municipalities } = view.holds;
  const list = (names: readonly string[]) => (names.length === 0 ? word(words, "condition.nobody") : names.join(", "));
  return (
    <>
      <p className="say-s">{`${view.reading[locale].charAt(0).toLocaleUpperCase()}${view.reading[locale].slice(1)}.`}</p>
      <dl className="condition-holds small">
        {(["holds", "fails", "unknown"] as const).map((truth) => (
          <div key={truth}>
            <dt>{word(words, `condition.truth.${truth}`)}</dt>
            <dd>{word(words, "condition.where", { places: list(places[truth]), count: municipalities[truth] })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** How a condition reads, and where it holds for now: asked for a moment after it was changed. */
function Reading({
  draftId,
  condition,
  words,
  locale,
}: Pick<ConditionEditorProps, "draftId" | "words" | "locale"> & { readonly condition: Condition }) {
  const [view, setView] = useState<ConditionView | null>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await trpc.draft.condition.query({ draftId, condition }).catch(() => null);
      if (isOld) return;
      setView(answer);
      setAway(answer === null);
    }, readAfterMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [draftId, condition]);
  return (
    <div className="condition-reading" aria-live="polite">
      {view === null ? (
        <p className="small muted">{word(words, isAway ? "condition.cannotRead" : "condition.reading")}</p>
      ) : (
        <Holds view={view} words={words} locale={locale} />
      )}
    </div>
  );
}

/** A condition as a tree of comparisons: every part by buttons with names, read back in plain words, and tried on places at once. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { draftId, label, hint, condition, fields, words, locale, isReadOnly, onChange } = props;
  const kit = useMemo<ConditionKit>(
    () => ({
      words,
      isReadOnly,
      fields: new Map(fields.map((field) => [field.key, field])),
      groups: fieldGroups
        .map((group) => [group, fields.filter((field) => field.group === group && canCompare(field))] as const)
        .filter(([, list]) => list.length > 0),
    }),
    [words, isReadOnly, fields],
  );
  const begin = () => {
    const field = kit.groups[0]?.[1][0];
    if (field === undefined) return;
    const op = field.ops[0] ?? "known";
    onChange(branch("all", [{ field: field.key, op, value: firstValue(op, field) } as Condition]));
  };
  return (
    <fieldset className="condition stack-4">
      <legend>
        <strong>{label}</strong>
      </legend>
      <p className="field-hint">{hint}</p>
      {condition === null ? (
        <p className="actions">
          <span className="muted">{word(words, "condition.none")}</span>
          {isReadOnly ? null : (
            <button type="button" className="btn btn-quiet" onClick={begin} aria-label={`${word(words, "condition.begin")}: ${label}`}>
              {word(words, "condition.begin")}
            </button>
          )}
        </p>
      ) : (
        <>
          <Part node={condition} path={[]} kit={kit} root={condition} change={onChange} />
          <Reading draftId={draftId} condition={condition} words={words} locale={locale} />
        </>
      )}
    </fieldset>
  );
}
