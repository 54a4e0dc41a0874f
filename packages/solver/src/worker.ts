import { parentPort } from "node:worker_threads";
import { answerTo } from "./engine/answer.ts";
import { highs } from "./engine/highs.ts";
import type { TaskMessage, WorkerMessage } from "./protocol.ts";

// The thread that solves: HiGHS is synchronous, so nothing else can happen here meanwhile. It is ended to cancel.
const solver = highs();
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", async ({ id, task }: TaskMessage) => {
  try {
    const answer = answerTo(await solver, task, {
      onBetter: (plan) => post({ id, kind: "better", plan }),
      onBound: (bound) => post({ id, kind: "bound", bound }),
    });
    post({ id, kind: "answer", answer });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ id, kind: "failed", name, message });
  }
});
