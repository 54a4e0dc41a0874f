import { Worker } from "node:worker_threads";
import type { EnginePlan } from "./engine/solve.ts";
import type { Answer, Task, TaskMessage, WorkerMessage } from "./protocol.ts";

/** How a task ended for its caller. */
export type Ended =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** Cancelled, or ended from outside because it overran its time: with the best plan and the lowest bound heard of. */
  | { readonly kind: "cancelled" | "overran"; readonly plan: EnginePlan | null; readonly bound: number | null; readonly ms: number };

interface Job {
  readonly id: number;
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (ended: Ended) => void;
  readonly reject: (reason: Error) => void;
  readonly cancel: () => void;
  plan: EnginePlan | null;
  bound: number | null;
  startedAt: number;
}

/** Milliseconds without work after which the thread is let go. */
const idleMs = 60_000;
/** Milliseconds over its time limit (start of the thread and naming a conflict included) after which a task is ended from outside. */
const graceMs = 5000;

/**
 * One worker thread for all tasks of a process, one task after another: started at the first, kept warm, ended when idle
 * or cancelled. It never keeps a process alive by itself.
 *
 * @see SPEC.md T4, T5, T8
 */
export class SolverThread {
  readonly #queue: Job[] = [];
  #worker: Worker | null = null;
  #current: Job | null = null;
  #idle: NodeJS.Timeout | null = null;
  #overrun: NodeJS.Timeout | null = null;
  #nextId = 0;

  /** Starts the thread ahead of the first task. */
  start(): void {
    this.#ready();
  }

  /** Ends the thread, and with it what is at work and what waits: they count as cancelled. Later tasks start it again. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#forget();
    const waiting = this.#queue.splice(0);
    if (this.#current !== null) this.#finish(this.#current, "cancelled");
    for (const job of waiting) this.#finish(job, "cancelled");
    await worker?.terminate();
  }

  /**
   * Does a task when those before it are done.
   *
   * @throws RangeError or Error, as a rejection, what the worker threw; Error if the thread died.
   */
  run(task: Task, signal: AbortSignal | undefined): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const cancel = () => this.#cancel(job);
      const job: Job = { id: this.#nextId, task, signal, resolve, reject, cancel, plan: null, bound: null, startedAt: 0 };
      this.#nextId += 1;
      if (signal?.aborted) {
        resolve({ kind: "cancelled", plan: null, bound: null, ms: 0 });
        return;
      }
      signal?.addEventListener("abort", cancel, { once: true });
      this.#queue.push(job);
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null) return;
    const job = this.#queue.shift();
    if (job === undefined) {
      this.#rest();
      return;
    }
    const worker = this.#ready();
    this.#current = job;
    job.startedAt = performance.now();
    worker.ref();
    worker.postMessage({ id: job.id, task: job.task } satisfies TaskMessage);
    this.#overrun = setTimeout(() => this.#end(job, "overran"), job.task.timeLimitMs + graceMs);
  }

  #ready(): Worker {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker !== null) return this.#worker;
    // The process's own flags are no business of the thread: one for reading code from the command line would stop it.
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { name: "solver", execArgv: [] });
    worker.unref();
    worker.on("message", (message: WorkerMessage) => this.#hear(message));
    worker.on("error", (error) => this.#died(worker, error));
    worker.on("exit", () => this.#died(worker, new Error("the solver's thread ended")));
    this.#worker = worker;
    return worker;
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle ??= setTimeout(() => void this.stop(), idleMs).unref();
  }

  #hear(message: WorkerMessage): void {
    const job = this.#current;
    if (job === null || message.id !== job.id) return;
    if (message.kind === "better") {
      job.plan = message.plan;
      return;
    }
    if (message.kind === "bound") {
      job.bound = message.bound;
      return;
    }
    this.#release(job);
    if (message.kind === "answer") job.resolve({ kind: "answered", answer: message.answer });
    else job.reject(message.name === "RangeError" ? new RangeError(message.message) : new Error(message.message));
    this.#next();
  }

  #cancel(job: Job): void {
    if (job === this.#current) {
      this.#end(job, "cancelled");
      return;
    }
    this.#queue.splice(this.#queue.indexOf(job), 1);
    this.#finish(job, "cancelled");
  }

  /** A synchronous solver can only be stopped with its thread. */
  #end(job: Job, kind: "cancelled" | "overran"): void {
    const worker = this.#worker;
    this.#forget();
    void worker?.terminate();
    this.#finish(job, kind);
    this.#next();
  }

  #finish(job: Job, kind: "cancelled" | "overran"): void {
    const ms = job === this.#current ? performance.now() - job.startedAt : 0;
    this.#release(job);
    job.resolve({ kind, plan: job.plan, bound: job.bound, ms });
  }

  #died(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#forget();
    const job = this.#current;
    if (job === null) return;
    this.#release(job);
    job.reject(error);
    this.#next();
  }

  #release(job: Job): void {
    job.signal?.removeEventListener("abort", job.cancel);
    if (job !== this.#current) return;
    if (this.#overrun !== null) clearTimeout(this.#overrun);
    this.#overrun = null;
    this.#current = null;
  }

  #forget(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#worker = null;
  }
}

/** The thread that everyone in the process shares. */
export const solverThread: SolverThread = new SolverThread();
