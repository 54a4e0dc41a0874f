"use client";

import type { ImportPreview } from "@hp/contracts";
import { Button, DataTable, Disclosure, Status } from "@hp/ui";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { focusOn } from "../place/form/announcer.tsx";
import { fetchFailureWords, fieldSentences } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { largestFile, toBase64 } from "./file-bytes.ts";
import { counted, type ImportWords } from "./file-words.ts";
import { useDraftCall } from "./use-draft-call.ts";

interface Read {
  readonly preview: ImportPreview;
  readonly fileName: string;
  readonly base64: string;
}

function Problems({ preview, words }: { readonly preview: ImportPreview; readonly words: ImportWords }) {
  const failureWords = useFailureWords();
  // A problem is a code with a sentence of its own, or what the contract says of it, in words.
  const sentence = (problem: string) =>
    fieldSentences({ code: "invalid", reason: null, fields: [{ path: "it", problem }], current: null }, failureWords).it;
  const told = (problem: string) =>
    problem.includes(" ") ? (
      <>
        {sentence(problem)}
        <span className="sub" lang="en">
          {problem}
        </span>
      </>
    ) : (
      sentence(problem)
    );
  return (
    <DataTable
      caption={counted(words.problems, preview.problems.length)}
      hideCaption
      cards
      columns={[
        { key: "row", label: words.row },
        { key: "field", label: words.field },
        { key: "problem", label: words.problem },
      ]}
      rows={preview.problems.map(({ row, field, problem }, index) => ({
        key: `${index} ${row} ${field}`,
        cells: [row, field, told(problem)],
      }))}
    />
  );
}

/** What the file would add and change, measure by measure, and what it leaves as it is. */
function Changes({
  preview,
  words,
  locale,
}: {
  readonly preview: ImportPreview;
  readonly words: ImportWords;
  readonly locale: "sv" | "en";
}) {
  const { added, changed, unchanged, notInFile } = preview;
  const item = (key: string, title: string) => (
    <>
      <strong>{key}</strong> {title}
    </>
  );
  return (
    <>
      {added.length === 0 ? null : (
        <section className="stack-2" aria-labelledby="nya-h">
          <h4 id="nya-h" className="h-sans">
            {counted(words.added, added.length)}
          </h4>
          <ul className="plain measure">
            {added.map(({ key, title }) => (
              <li key={key}>{item(key, title[locale])}</li>
            ))}
          </ul>
        </section>
      )}
      {changed.length === 0 ? null : (
        <section className="stack-2" aria-labelledby="andrade-h">
          <h4 id="andrade-h" className="h-sans">
            {counted(words.changed, changed.length)}
          </h4>
          <ul className="plain measure">
            {changed.map(({ key, title, sentences }) => (
              <li key={key}>
                {item(key, title[locale])}
                {sentences.map((sentence, index) => (
                  // Two sentences of a measure may be the same words.
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes in place
                  <span key={index} className="sub">
                    {sentence[locale]}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="small muted">{counted(words.unchanged, unchanged)}</p>
      {notInFile.length === 0 ? null : (
        <>
          <p>{counted(words.notInFile, notInFile.length)}</p>
          <Disclosure summary={words.showList}>
            <p className="measure">{notInFile.join(", ")}</p>
          </Disclosure>
        </>
      )}
    </>
  );
}

function Outcome({
  read,
  words,
  locale,
  isBusy,
  onApply,
}: {
  readonly read: Read;
  readonly words: ImportWords;
  readonly locale: "sv" | "en";
  readonly isBusy: boolean;
  readonly onApply: () => void;
}) {
  const { preview, fileName } = read;
  const count = preview.added.length + preview.changed.length;
  const hasProblems = preview.problems.length > 0;
  return (
    <section className="stack-6" aria-labelledby="forhand-h">
      <h3 id="forhand-h" className="h-sm" tabIndex={-1}>
        {fileName}
      </h3>
      {hasProblems ? (
        <>
          <p>
            <Status tone="stop">{counted(words.problems, preview.problems.length)}</Status>
          </p>
          <Problems preview={preview} words={words} />
        </>
      ) : (
        <>
          {count === 0 ? <p className="say">{words.nothing}</p> : null}
          <Changes preview={preview} words={words} locale={locale} />
          {count === 0 ? null : (
            <p>
              <Button variant="go" onClick={onApply} busy={isBusy} busyLabel={words.applying}>
                {words.apply}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Reads a file into the draft: first what it would do, then, from that, all of it or nothing. */
export function FileImport({
  draftId,
  words,
  locale,
}: {
  readonly draftId: string;
  readonly words: ImportWords;
  readonly locale: "sv" | "en";
}) {
  const router = useRouter();
  const call = useDraftCall();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [isDone, setDone] = useState(false);
  const isTooLarge = file !== null && file.size > largestFile;

  const preview = async () => {
    if (file === null || isTooLarge) {
      input.current?.focus();
      return;
    }
    setDone(false);
    const done = await call.run(async () => {
      const base64 = toBase64(new Uint8Array(await file.arrayBuffer()));
      const outcome = await trpc.draft.importPreview.mutate({ draftId, fileName: file.name, base64 });
      if (outcome.problems.length > 0) await fetchFailureWords();
      return { preview: outcome, fileName: file.name, base64 };
    });
    setRead(done);
    if (done !== null) focusOn("forhand-h");
  };
  const apply = async ({ preview: { fingerprint }, fileName, base64 }: Read) => {
    const done = await call.run(() => trpc.draft.importApply.mutate({ draftId, fileName, base64, fingerprint }), words.done);
    if (done === null) return;
    setRead(null);
    setFile(null);
    if (input.current !== null) input.current.value = "";
    setDone(true);
    focusOn("inlast");
    router.refresh();
  };
  return (
    <div className="stack-8">
      <div className={isTooLarge ? "field field-bad" : "field"}>
        <label className="label" htmlFor="fil">
          {words.choose}
        </label>
        {isTooLarge ? (
          <p className="field-error" id="fil-error">
            {words.tooLarge}
          </p>
        ) : null}
        <input
          ref={input}
          id="fil"
          className="input in-m"
          type="file"
          accept=".xlsx,.yaml,.yml"
          aria-invalid={isTooLarge || undefined}
          aria-describedby={isTooLarge ? "fil-error" : undefined}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setRead(null);
            setDone(false);
            call.clear();
          }}
        />
        <p className="actions mt-4">
          <Button onClick={preview} busy={call.isBusy && read === null} busyLabel={words.reading}>
            {words.read}
          </Button>
        </p>
      </div>
      {call.sentence === null ? null : (
        <p className="field-error" role="alert">
          {call.sentence}
        </p>
      )}
      {isDone ? (
        <p id="inlast" tabIndex={-1}>
          <Status tone="done">{words.done}</Status>
        </p>
      ) : null}
      {read === null ? null : <Outcome read={read} words={words} locale={locale} isBusy={call.isBusy} onApply={() => apply(read)} />}
    </div>
  );
}
