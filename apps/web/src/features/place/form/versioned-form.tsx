"use client";

import { Button, type ButtonVariant, DateField, ErrorSummary, NumberField, SelectField, Status, TextArea, TextField } from "@hp/ui";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { NumberLocale } from "../number-text.ts";
import { announce } from "./announcer.tsx";
import { browserCall, callAddress } from "./browser-call.ts";
import { ConflictChoice, type ConflictChoiceWords } from "./conflict-choice.tsx";
import { type Failure, failureSentence, fieldSentences } from "./failure.ts";
import { useFailureWords } from "./failure-words.tsx";
import type { CallName } from "./form-inputs.ts";
import { useShowing } from "./use-showing.ts";
import { fieldText, sameText, type VersionedField } from "./versioned-fields.ts";

/** Words of {@link VersionedForm}. */
export interface VersionedFormWords {
  readonly submit: string;
  readonly busy: string;
  readonly done: string;
  readonly errorTitle: string;
  readonly conflict: ConflictChoiceWords;
}

/** Props of {@link VersionedForm}. */
export interface VersionedFormProps {
  readonly call: Extract<CallName, "plan.updateAction" | "plan.setDecision">;
  readonly hidden: Readonly<Record<string, string>>;
  readonly version: number;
  readonly fields: readonly VersionedField[];
  readonly words: VersionedFormWords;
  readonly locale: NumberLocale;
  readonly back: string;
  /** Where to go when saved; the page is shown anew if left out. */
  readonly next?: string;
  /** Where focus goes on that page. */
  readonly focusId?: string;
  /** Sends only what was changed: the others stay as they are. */
  readonly patch?: boolean;
  readonly variant?: ButtonVariant;
  /** Prefix of the controls' ids, when two such forms stand on one page. */
  readonly idPrefix?: string;
}

type Texts = Readonly<Record<string, string>>;
interface Clash {
  readonly texts: Texts;
  readonly version: number;
  readonly by: string | null;
  readonly at: string | null;
}

/** The saved version that a stale answer carries. */
function clashOf(failure: Failure, fields: readonly VersionedField[], locale: NumberLocale): Clash | null {
  if (failure.code !== "stale" || !("current" in failure) || typeof failure.current !== "object" || failure.current === null) return null;
  const current = failure.current as Record<string, unknown> & { version: number; updatedBy?: { name: string | null }; updatedAt?: string };
  const texts = Object.fromEntries(fields.map((field) => [field.name, fieldText(field.kind, current[field.name], locale)]));
  return { texts, version: current.version, by: current.updatedBy?.name ?? null, at: current.updatedAt ?? null };
}

const savedHeading = (words: ConflictChoiceWords, clash: Clash, locale: NumberLocale) => {
  if (clash.by === null || clash.at === null) return words.saved;
  const time = new Intl.DateTimeFormat(locale === "sv" ? "sv-SE" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(clash.at));
  return words.savedBy.replace("{name}", clash.by).replace("{time}", locale === "sv" ? time.replace(":", ".") : time);
};

/**
 * A form over one row that both parties edit. It names the version it was opened from; when someone else saved first,
 * both versions stand side by side and nothing typed is lost.
 */
export function VersionedForm(props: VersionedFormProps) {
  const { fields, words, locale, idPrefix = "" } = props;
  const router = useRouter();
  const { isShowing, show } = useShowing();
  const failureWords = useFailureWords();
  const saved: Texts = Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const [base, setBase] = useState({ texts: saved, version: props.version });
  const [texts, setTexts] = useState(saved);
  const [clash, setClash] = useState<Clash | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const isChanged = (field: VersionedField, now: Texts, before: Texts) =>
    !sameText(field, now[field.name] ?? "", before[field.name] ?? "", locale);
  const isDirty = fields.some((field) => isChanged(field, texts, base.texts));

  // Someone else's save, or one's own: an untouched form follows what is saved.
  if (props.version > base.version && !isDirty && !isSending) {
    setBase({ texts: saved, version: props.version });
    setTexts(saved);
  }

  const leave = () => {
    show(() => (props.next === undefined ? router.refresh() : router.push(props.next)), props.focusId);
    announce(words.done);
  };
  const send = async (now: Texts, from: { texts: Texts; version: number }) => {
    const changed = fields.filter((field) => isChanged(field, now, from.texts));
    if (changed.length === 0) return leave();
    setSending(true);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...props.hidden, locale, version: String(from.version) })) form.set(name, value);
    for (const field of props.patch === true ? changed : fields) form.set(field.name, now[field.name] ?? "");
    const outcome = await browserCall(props.call, form);
    setSending(false);
    if (outcome.ok) {
      const result = outcome.result as Record<string, unknown> & { version: number };
      const after = Object.fromEntries(fields.map((field) => [field.name, fieldText(field.kind, result[field.name], locale)]));
      setBase({ texts: after, version: result.version });
      setTexts(after);
      setFailure(null);
      return leave();
    }
    const other = clashOf(outcome.failure, fields, locale);
    setClash(other);
    setFailure(other === null ? outcome.failure : null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending && !isShowing) void send(texts, base);
  };
  const choose = (chosen: Texts) => {
    if (clash === null) return;
    const from = { texts: clash.texts, version: clash.version };
    setClash(null);
    setBase(from);
    setTexts(chosen);
    void send(chosen, from);
  };

  const problems = failure === null ? {} : fieldSentences(failure, failureWords);
  const errors = fields.flatMap((field) =>
    problems[field.name] === undefined ? [] : [{ fieldId: idPrefix + field.name, message: `${field.label}: ${problems[field.name]}` }],
  );
  if (clash !== null)
    return (
      <ConflictChoice
        fields={fields}
        base={base.texts}
        mine={texts}
        saved={clash.texts}
        words={{ ...words.conflict, saved: savedHeading(words.conflict, clash, locale) }}
        locale={locale}
        onChoose={choose}
      />
    );
  return (
    <form method="post" action={callAddress(props.call)} onSubmit={submit} className="stack-6" noValidate>
      <ErrorSummary title={words.errorTitle} errors={errors} id={`${idPrefix}fel`} />
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          id={idPrefix + field.name}
          value={texts[field.name] ?? ""}
          error={problems[field.name]}
          onChange={(value) => setTexts({ ...texts, [field.name]: value })}
        />
      ))}
      <Button type="submit" variant={props.variant ?? "go"} busy={isSending || isShowing} busyLabel={words.busy}>
        {words.submit}
      </Button>
      {failure !== null && errors.length === 0 ? (
        <p role="alert" className="measure">
          <Status tone="stop">{failureSentence(failure, failureWords)}</Status>
        </p>
      ) : null}
      {Object.entries({ ...props.hidden, locale, version: String(base.version), back: props.back, next: props.next ?? props.back }).map(
        ([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ),
      )}
    </form>
  );
}

interface ControlProps {
  readonly field: VersionedField;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function Control({ field, id, value, error, onChange }: ControlProps) {
  const shared = { id, name: field.name, label: field.label, hint: field.hint, error, value };
  const listen = { onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value) };
  switch (field.kind) {
    case "text":
      return <TextArea {...shared} {...listen} />;
    case "day":
      return <DateField {...shared} {...listen} />;
    case "number":
      return <NumberField {...shared} {...listen} unit={field.unit} />;
    case "choice":
      return <SelectField {...shared} {...listen} options={field.options ?? []} />;
    default:
      return <TextField {...shared} {...listen} />;
  }
}
