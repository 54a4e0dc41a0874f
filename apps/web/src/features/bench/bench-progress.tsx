"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.ts";

const everyMs = 1000;

/** How far a trial has come, asked for every second; the page is shown anew when it is finished. Without scripts the page is reloaded by hand. */
export function BenchProgress({
  benchId,
  words,
  start,
}: {
  readonly benchId: string;
  readonly words: { readonly queued: string; readonly label: string; readonly running: string };
  readonly start: { readonly done: number; readonly total: number };
}) {
  const router = useRouter();
  const [progress, setProgress] = useState(start);
  useEffect(() => {
    let isGone = false;
    const timer = setInterval(async () => {
      const view = await trpc.bench.get.query({ benchId }).catch(() => null);
      if (view === null || isGone) return;
      const { status, done, total } = view.bench;
      setProgress({ done, total });
      if (status === "queued" || status === "running") return;
      clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [benchId, router]);
  const isRunning = progress.total > 0;
  return (
    <div className="stack-2">
      <progress aria-label={words.label} value={isRunning ? progress.done : undefined} max={isRunning ? progress.total : undefined} />
      <p>{isRunning ? words.running.replace("{done}", String(progress.done)).replace("{total}", String(progress.total)) : words.queued}</p>
    </div>
  );
}
