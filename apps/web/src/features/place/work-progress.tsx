"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.ts";

const everyMs = 700;

/** Work that is done in the background. */
export type WorkUnderWay =
  | { readonly kind: "bench"; readonly benchId: string }
  | { readonly kind: "proposal"; readonly placeId: string; readonly proposalId: string };

interface Progress {
  readonly status: string;
  readonly done: number;
  readonly total: number;
}

async function progressOf(work: WorkUnderWay): Promise<Progress | null> {
  if (work.kind === "bench") return (await trpc.bench.get.query({ benchId: work.benchId })).bench;
  const view = await trpc.proposal.view.query({ placeId: work.placeId, proposalId: work.proposalId });
  return view.kind === "ready" ? view.shown : null;
}

/** How far some work has come, asked for time and again; the page is shown anew when it begins and when it is finished. Without scripts the page is reloaded by hand. */
export function WorkProgress({
  work,
  words,
  start,
}: {
  readonly work: WorkUnderWay;
  readonly words: { readonly queued: string; readonly label: string; readonly running: string };
  readonly start: Progress;
}) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>(start);
  const id = work.kind === "bench" ? work.benchId : work.proposalId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page makes the object anew each time it is shown; its id says what it is
  useEffect(() => {
    let isGone = false;
    let { status } = start;
    const timer = setInterval(async () => {
      const now = await progressOf(work).catch(() => null);
      if (now === null || isGone) return;
      setProgress(now);
      // The page around says how it stands.
      if (now.status !== status) router.refresh();
      status = now.status;
      if (status !== "queued" && status !== "running") clearInterval(timer);
    }, everyMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [id, router]);
  const isRunning = progress.total > 0;
  return (
    <div className="stack-2">
      <progress aria-label={words.label} value={isRunning ? progress.done : undefined} max={isRunning ? progress.total : undefined} />
      <p>{isRunning ? words.running.replace("{done}", String(progress.done)).replace("{total}", String(progress.total)) : words.queued}</p>
    </div>
  );
}
