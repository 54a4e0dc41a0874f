"use client";

import { Button, type ButtonVariant, ErrorSummary, Status } from "@hp/ui";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { announce } from "./announcer.tsx";
import { browserCall, callAddress } from "./browser-call.ts";
import { type Failure, failureSentence, fieldSentences } from "./failure.ts";
import { useFailureWords } from "./failure-words.tsx";
import type { CallName } from "./form-inputs.ts";
import { nextAddress } from "./next-address.ts";
import { aboutField, useMarkedFields } from "./use-marked-fields.ts";
import { useShowing } from "./use-showing.ts";

/** Props of {@link CallForm}. */
export interface CallFormProps {
  readonly call: CallName;
  /** Sent with the form. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The page it stands on: where one lands without scripts. */
  readonly back: string;
  readonly submit: string;
  /** What the button says while it works. */
  readonly busy: string;
  readonly variant?: ButtonVariant;
  /** Said to those who listen when it is done. */
  readonly done?: string;
  /** Where focus goes when it is done: the form may be gone then. */
  readonly focusId?: string;
  /** Another page to go to when it is done, see {@link nextAddress}. */
  readonly next?: string;
  /** Heading over what has to be mended. */
  readonly errorTitle?: string;
  /** The fields, when there are any. */
  readonly children?: ReactNode;
  /** Named fields that children hold, with the ids of their controls: an error leads there. */
  readonly fieldIds?: Readonly<Record<string, string>>;
}

/**
 * A form that calls one procedure and then shows the page anew. Without scripts the same form is posted to a handler
 * that calls the same procedure. What went wrong with a field stands above the form by the field's name, and the field is
 * marked; what else went wrong stands by the button.
 */
export function CallForm(props: CallFormProps) {
  const { call, hidden, children, fieldIds = {} } = props;
  const router = useRouter();
  const { isShowing, show } = useShowing();
  const words = useFailureWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending || isShowing) return;
    setSending(true);
    const outcome = await browserCall(call, new FormData(event.currentTarget));
    setSending(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) {
      // Someone was first: the page shows what holds now, and what went wrong stays above it.
      if (outcome.failure.code === "stale") show(() => router.refresh());
      return;
    }
    if (children !== undefined) form.current?.reset();
    show(() => (props.next === undefined ? router.refresh() : router.push(nextAddress(props.next, outcome.result))), props.focusId);
    announce(props.done);
  };

  const fields = failure === null ? {} : fieldSentences(failure, words);
  // Several fields of an input may be written in one control.
  const byControl = Object.entries(fields).flatMap(([name, message]) =>
    fieldIds[name] === undefined ? [] : [[fieldIds[name], message] as const],
  );
  const named = [...new Map(byControl)].map(([fieldId, message]) => ({ fieldId, message: aboutField(fieldId, message) }));
  const listId = `fel-${call.replace(".", "-")}`;
  useMarkedFields(
    named.map(({ fieldId }) => fieldId),
    listId,
    failure,
  );
  const sentence = failure === null ? null : failureSentence(failure, words);
  return (
    <form ref={form} method="post" action={callAddress(call)} onSubmit={send} className={children === undefined ? undefined : "stack-6"}>
      {named.length > 0 && props.errorTitle !== undefined ? <ErrorSummary title={props.errorTitle} errors={named} id={listId} /> : null}
      {children}
      <Button type="submit" variant={props.variant} busy={isSending || isShowing} busyLabel={props.busy}>
        {props.submit}
      </Button>
      {sentence !== null && named.length === 0 ? (
        <p role="alert" className="measure">
          <Status tone="stop">{sentence}</Status>
        </p>
      ) : null}
      {Object.entries({ ...hidden, back: props.back, ...(props.next === undefined ? {} : { next: props.next }) }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
    </form>
  );
}
