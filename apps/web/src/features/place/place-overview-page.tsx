import type { PlaceOverview, ScoresView } from "@hp/contracts";
import type { ReactNode } from "react";
import { SituationBrief } from "../score/situation-brief.tsx";
import { ActivitySection } from "./activity-section.tsx";
import { NextStepSection } from "./next-step-section.tsx";
import { PartiesSection } from "./parties-section.tsx";
import { PlacePage } from "./place-page.tsx";
import { placePaths } from "./place-paths.ts";

/** The place's first page: my next step, the situation in brief, the parties, and what has happened lately. */
export function PlaceOverviewPage({
  overview,
  scores,
  children,
}: {
  readonly overview: PlaceOverview;
  readonly scores: ScoresView;
  /** What there is to say besides the next step. */
  readonly children?: ReactNode;
}) {
  const { head, activity } = overview;
  return (
    <PlacePage head={head}>
      <NextStepSection head={head} />
      {children}
      {scores.kind === "open" ? <SituationBrief scores={scores} href={placePaths(head.place.id).situation} /> : null}
      <PartiesSection overview={overview} />
      <ActivitySection activity={activity} />
    </PlacePage>
  );
}
