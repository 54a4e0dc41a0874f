"use client";

import { Disclosure, Status } from "@hp/ui";
import Link from "next/link";
import { AddToPlan } from "./add-to-plan.tsx";

/** A measure that is not advised, as data in the reader's words: up to ninety are sent. */
export interface WhyNotRow {
  readonly id: string;
  readonly title: string;
  /** Why it is where it is, in a word, and its area. */
  readonly state: string;
  readonly why: string;
  readonly wouldChange: string;
  /** In the plan already, or can be put there with this number of its own; neither: nothing is offered. */
  readonly plan: "in" | number | null;
}

/** Props of {@link WhyNotList}. */
export interface WhyNotListProps {
  readonly rows: readonly WhyNotRow[];
  readonly isOpen: boolean;
  readonly planHref: string;
  readonly words: Readonly<Record<"wouldChange" | "inPlan" | "toPlan", string>>;
}

/** "Why not?" for each of them, on demand. */
export function WhyNotList({ rows, isOpen, planHref, words }: WhyNotListProps) {
  return (
    <ul className="plain">
      {rows.map((row) => (
        <li key={row.id} id={row.id}>
          <Disclosure summary={<span id={`${row.id}-h`}>{row.title}</span>} open={isOpen}>
            <div className="stack">
              <p className="small muted">{row.state}</p>
              <p>{row.why}</p>
              {row.wouldChange === "" ? null : (
                <p>
                  <strong>{words.wouldChange}</strong> {row.wouldChange}
                </p>
              )}
              {row.plan === "in" ? (
                <p className="actions">
                  <Status tone="done">{words.inPlan}</Status>{" "}
                  <Link href={planHref} prefetch={false}>
                    {words.toPlan}
                  </Link>
                </p>
              ) : row.plan === null ? null : (
                <AddToPlan measureId={row.id} title={row.title} index={row.plan} label="addAnyway" variant="quiet" />
              )}
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
