"use client";

import type { MyAnswers, StepSaved } from "@hp/contracts";
import { Button, SavedStatus } from "@hp/ui";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { browserCall, callAddress } from "../place/form/browser-call.ts";
import { type Failure, failureSentence } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { useShowing } from "../place/form/use-showing.ts";
import { AnswerConflict, type AnswerConflictWords } from "./answer-conflict.tsx";

/** Words of {@link AnswerForm}. */
export interface AnswerFormWords extends AnswerConflictWords {
  readonly next: string;
  readonly busy: string;
  readonly back: string;
  readonly saving: string;
  /** "Saved {time}". */
  readonly saved: string;
  readonly notSaved: string;
  readonly retry: string;
}

/** Props of {@link AnswerForm}. */
export interface AnswerFormProps {
  readonly hidden: Readonly<Record<"placeId" | "roundId" | "dimensionId", string>>;
  readonly version: number;
  readonly back: string;
  readonly next: string;
  readonly previous: string;
  /** Texts of the statements, for comparing two versions. */
  readonly statements: Readonly<Record<string, string>>;
  readonly cannotJudge: string;
  readonly importance: string;
  readonly words: AnswerFormWords;
  /** The scales. */
  readonly children: ReactNode;
}

type Saving =
  | { readonly state: "idle" | "saving" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "failed"; readonly failure: Failure };

const clock = (instant: string) => {
  const time = new Date(instant);
  return `${String(time.getHours()).padStart(2, "0")}.${String(time.getMinutes()).padStart(2, "0")}`;
};

/**
 * A step of answering that saves itself at every answer. The scales are plain radios in a plain form: without scripts it
 * is posted, saved, and leads to the next step all the same.
 */
export function AnswerForm(props: AnswerFormProps) {
  const { words } = props;
  const router = useRouter();
  const { isShowing, show } = useShowing();
  const failureWords = useFailureWords();
  const form = useRef<HTMLFormElement>(null);
  const version = useRef(props.version);
  const running = useRef<Promise<boolean> | null>(null);
  const isDirty = useRef(false);
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const [other, setOther] = useState<MyAnswers | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  // A newer page, after a refresh or a step back in history, knows the newer version.
  if (props.version > version.current && running.current === null) version.current = props.version;

  const saveOnce = async (): Promise<boolean> => {
    if (form.current === null) return false;
    isDirty.current = false;
    setSaving({ state: "saving" });
    const data = new FormData(form.current);
    data.set("version", String(version.current));
    const outcome = await browserCall("assessment.saveStep", data);
    if (outcome.ok) {
      const result = outcome.result as StepSaved;
      version.current = result.version;
      setSaving({ state: "saved", at: clock(result.savedAt) });
      return true;
    }
    const { failure } = outcome;
    isDirty.current = true;
    setSaving({ state: "failed", failure });
    if (failure.code === "stale" && "current" in failure && failure.current) setOther(failure.current as MyAnswers);
    return false;
  };
  // One save at a time; answers given meanwhile go with the next one.
  const save = async (): Promise<boolean> => {
    isDirty.current = true;
    if (running.current !== null) return running.current;
    const work = (async () => {
      let isSaved = true;
      while (isDirty.current && isSaved) isSaved = await saveOnce();
      return isSaved;
    })();
    running.current = work;
    const isSaved = await work;
    running.current = null;
    return isSaved;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLeaving(true);
    const isSaved = (await running.current) !== false && (!isDirty.current || (await save()));
    setLeaving(false);
    if (isSaved) show(() => router.push(props.next));
  };
  const keep = () => {
    if (other === null) return;
    version.current = other.version;
    setOther(null);
    void save();
  };
  const take = () => {
    if (other === null || form.current === null) return;
    fill(form.current, other, props.hidden.dimensionId);
    version.current = other.version;
    isDirty.current = false;
    setOther(null);
    setSaving({ state: "idle" });
  };

  return (
    <form
      ref={form}
      method="post"
      action={callAddress("assessment.saveStep")}
      className="stack-8"
      onChange={() => void save()}
      onSubmit={submit}
    >
      {other === null ? null : (
        <AnswerConflict
          saved={other}
          form={form.current}
          dimensionId={props.hidden.dimensionId}
          statements={props.statements}
          cannotJudge={props.cannotJudge}
          importance={props.importance}
          words={words}
          onKeep={keep}
          onTake={take}
        />
      )}
      {props.children}
      <div className="stack">
        <Button type="submit" variant="go" wide busy={isLeaving || isShowing} busyLabel={words.busy}>
          {words.next}
        </Button>
        <div className="flex items-baseline justify-between gap-4 text-sm">
          <Link href={props.previous} prefetch={false}>
            {words.back}
          </Link>
          <SavedStatus state={saving.state}>
            {saving.state === "saving"
              ? words.saving
              : saving.state === "saved"
                ? words.saved.replace("{time}", saving.at)
                : saving.state === "failed"
                  ? `${words.notSaved} ${failureSentence(saving.failure, failureWords)}`
                  : null}
          </SavedStatus>
        </div>
        {saving.state === "failed" && other === null ? <Button onClick={() => void save()}>{words.retry}</Button> : null}
      </div>
      {Object.entries({ ...props.hidden, version: String(props.version), back: props.back, next: props.next }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
    </form>
  );
}

/** Puts saved answers into the form's radios. */
function fill(form: HTMLFormElement, answers: MyAnswers, dimensionId: string): void {
  const dimension = answers.dimensions.find(({ id }) => id === dimensionId);
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries((dimension?.statements ?? []).map(({ id, answer }) => [`answer.${id}`, answer === null ? "" : String(answer)])),
    importance: dimension?.importance === null || dimension === undefined ? "" : String(dimension.importance),
  };
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=radio]")) input.checked = values[input.name] === input.value;
}
