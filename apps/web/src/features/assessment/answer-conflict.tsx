"use client";

import type { MyAnswers } from "@hp/contracts";
import { Button, Conflict } from "@hp/ui";
import { useEffect, useRef } from "react";

/** Words of {@link AnswerConflict}. */
export interface AnswerConflictWords {
  readonly conflictTitle: string;
  readonly conflictText: string;
  readonly caption: string;
  readonly statement: string;
  readonly mine: string;
  readonly savedVersion: string;
  readonly differs: string;
  readonly keepMine: string;
  readonly takeSaved: string;
  readonly unanswered: string;
}

/** Props of {@link AnswerConflict}. */
export interface AnswerConflictProps {
  readonly saved: MyAnswers;
  readonly form: HTMLFormElement | null;
  readonly dimensionId: string;
  readonly statements: Readonly<Record<string, string>>;
  readonly cannotJudge: string;
  readonly importance: string;
  readonly words: AnswerConflictWords;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** One's own answers saved from another window meanwhile: what stands here beside what is saved, and which to keep. */
export function AnswerConflict({
  saved,
  form,
  dimensionId,
  statements,
  cannotJudge,
  importance,
  words,
  onKeep,
  onTake,
}: AnswerConflictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const dimension = saved.dimensions.find(({ id }) => id === dimensionId);
  const data = form === null ? new FormData() : new FormData(form);
  const shown = (value: string) => (value === "" ? words.unanswered : value === "cannot_judge" ? cannotJudge : value);
  const rows = [
    ...(dimension?.statements ?? []).map(({ id, answer }) => ({
      key: id,
      field: statements[id] ?? id,
      mine: String(data.get(`answer.${id}`) ?? ""),
      saved: answer === null ? "" : String(answer),
    })),
    {
      key: "importance",
      field: importance,
      mine: String(data.get("importance") ?? ""),
      saved: dimension?.importance ? String(dimension.importance) : "",
    },
  ].filter((row) => row.mine !== row.saved);
  return (
    <section className="note note-wait stack" aria-labelledby="svar-konflikt">
      <h2 className="h-sm" id="svar-konflikt" tabIndex={-1} ref={heading}>
        {words.conflictTitle}
      </h2>
      <p>{words.conflictText}</p>
      <Conflict
        words={{ caption: words.caption, field: words.statement, mine: words.mine, saved: words.savedVersion, differs: words.differs }}
        rows={rows.map((row) => ({ key: row.key, field: row.field, mine: shown(row.mine), saved: shown(row.saved), differs: true }))}
      >
        <p className="actions">
          <Button onClick={onKeep}>{words.keepMine}</Button>
          <Button onClick={onTake}>{words.takeSaved}</Button>
        </p>
      </Conflict>
    </section>
  );
}
