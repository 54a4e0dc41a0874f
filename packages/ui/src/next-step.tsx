import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { Party } from "./party.ts";
import { PartyName } from "./party-mark.tsx";

/** Props of {@link NextStep}. Only `mine` can carry a button: who waits for someone else has none. */
export type NextStepProps = {
  /** The step as a sentence. */
  readonly say: ReactNode;
  /** A word above the sentence, such as "Your turn". */
  readonly label?: ReactNode;
  /** Between sentence and button: the keys, or more words. */
  readonly children?: ReactNode;
} & (
  | { readonly kind: "mine"; readonly action: ReactNode }
  | { readonly kind: "waiting"; readonly party?: Party; readonly who: ReactNode; readonly since: ReactNode }
  | { readonly kind: "none" }
);

const tones = { mine: "turn", waiting: "turn turn-wait", none: "turn turn-none" } as const;

/** The one next step for the reader: theirs with one red button, someone else's with who and since when, or none. */
export function NextStep(props: NextStepProps) {
  return (
    <div className={tones[props.kind]}>
      {props.label === undefined ? null : <p className="label">{props.label}</p>}
      <p className="say">{props.say}</p>
      {props.children}
      {props.kind === "waiting" ? (
        <p className="status s-wait">
          <Icon name="wait" />
          <span>
            {props.party === undefined ? props.who : <PartyName party={props.party}>{props.who}</PartyName>} {props.since}
          </span>
        </p>
      ) : null}
      {props.kind === "mine" ? <p className="actions">{props.action}</p> : null}
    </div>
  );
}
