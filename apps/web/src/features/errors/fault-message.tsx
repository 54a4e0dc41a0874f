import type { ReactNode } from "react";
import type { ErrorWords } from "./error-words.ts";

/** Props of {@link FaultMessage}. */
export interface FaultMessageProps {
  readonly words: ErrorWords;
  /** What the log has it under; nothing is shown when there is none. */
  readonly number?: string;
  /** The ways on. */
  readonly children: ReactNode;
}

/** A fault of ours: what happened, the number to give, and the ways on. */
export function FaultMessage({ words, number, children }: FaultMessageProps) {
  return (
    <div className="wrap place stack-6">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="actions">{children}</p>
      {number === undefined ? null : (
        <p className="small muted">
          {words.number}: <span className="num">{number}</span>
        </p>
      )}
    </div>
  );
}
