// node packages/solver/bench/optimiser.ts [instances]: the optimiser beside HiGHS alone on the same model. Prints; judges nothing.
import { setTimeout as sleep } from "node:timers/promises";
import { type PortfolioRequest, portfolioModel, preparePortfolio } from "@hp/domain";
import { highs } from "../src/engine/highs.ts";
import { plainMip } from "../src/engine/plain-mip.ts";
import { type PortfolioResult, solvePortfolio, startSolver, stopSolver } from "../src/index.ts";
import { type InstanceShape, instance } from "./instances.ts";

/** One row of the table: many instances of one shape. */
export interface OptimiserRow {
  readonly what: string;
  readonly instances: number;
  /** Milliseconds: median and highest. */
  readonly medianMs: number;
  readonly highestMs: number;
  /** Instances proven best within the limit. */
  readonly proven: number;
  /** Highest gap that remained, as a share. */
  readonly highestGap: number;
  /** The most that the caller's thread computed between two ticks of its timer, in milliseconds: others' load is not in it. Null where the caller itself solved. */
  readonly longestBlockMs: number | null;
}

type Shape = Omit<InstanceShape, "seed">;

const municipal: Shape = { measures: 80, dimensions: 13, years: 1, budgetShare: 0.2, atMostPerDimension: 2, tied: 0.06 };
/** The shapes that are measured. */
export const shapes: Readonly<Record<string, Shape>> = {
  "80 measures, one year": municipal,
  "80 measures, three years": { ...municipal, years: 3 },
  "200 measures, one year": { ...municipal, measures: 200 },
  "200 measures, no limit per dimension": { ...municipal, measures: 200, budgetShare: 0.1, atMostPerDimension: null },
  "200 measures, three years": { ...municipal, measures: 200, years: 3 },
};

const seedsOf = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);

/** The optimiser with a time limit, by way of its thread as any caller: milliseconds are the caller's. */
export async function measureOptimiser(shape: Shape, instances: number, timeLimitMs: number): Promise<OptimiserRow> {
  const times: number[] = [];
  const gaps: number[] = [];
  const blocks: number[] = [];
  for (const seed of seedsOf(instances)) {
    const { result, ms, blockMs } = await timed(instance({ ...shape, seed }), timeLimitMs);
    times.push(ms);
    blocks.push(blockMs);
    gaps.push(result.gap ?? 1);
  }
  return rowOf(`optimiser, at most ${timeLimitMs} ms`, times, gaps, blocks);
}

/** One question by way of the thread, with how long it took and what the caller's thread did at most between two ticks. */
async function timed(
  request: PortfolioRequest,
  timeLimitMs: number,
): Promise<{ readonly result: PortfolioResult; readonly ms: number; readonly blockMs: number }> {
  let blockMs = 0;
  let used = process.threadCpuUsage();
  const timer = setInterval(() => {
    const since = process.threadCpuUsage(used);
    blockMs = Math.max(blockMs, (since.user + since.system) / 1000);
    used = process.threadCpuUsage();
  }, 1);
  await sleep(10);
  blockMs = 0;
  const started = performance.now();
  const result = await solvePortfolio(request, { timeLimitMs });
  const ms = performance.now() - started;
  await sleep(10);
  clearInterval(timer);
  return { result, ms, blockMs };
}

/** How far what the optimiser has after a short time is from the best that is known after a long one. */
export async function measureEarly(shape: Shape, instances: number, earlyMs: number, lateMs: number): Promise<OptimiserRow> {
  const times: number[] = [];
  const gaps: number[] = [];
  const blocks: number[] = [];
  for (const seed of seedsOf(instances)) {
    const request = instance({ ...shape, seed });
    const { result: early, ms, blockMs } = await timed(request, earlyMs);
    times.push(ms);
    blocks.push(blockMs);
    const late = await solvePortfolio(request, { timeLimitMs: lateMs });
    gaps.push(1 - (early.plan?.value ?? 0) / (late.plan?.value ?? 1));
  }
  return rowOf(`after ${earlyMs} ms, against the best known`, times, gaps, blocks);
}

/** HiGHS alone on the same model with its first tangents: within the tangents' error of the best, at best. */
export async function measurePlainHighs(shape: Shape, instances: number, secondsLeft: number): Promise<OptimiserRow> {
  const solver = await highs();
  const times: number[] = [];
  const gaps: number[] = [];
  for (const seed of seedsOf(instances)) {
    const model = portfolioModel(preparePortfolio(instance({ ...shape, seed })), { kind: "value" });
    const minimise = model.variables.map((variable) => -variable.objective);
    const started = performance.now();
    const answer = plainMip(solver, model, { constraints: model.constraints, minimise, secondsLeft });
    times.push(performance.now() - started);
    if (answer.kind !== "solved") gaps.push(1);
    else {
      const reached = -minimise.reduce((sum, cost, column) => sum + cost * (answer.values[column] as number), 0);
      gaps.push(answer.isBest ? 0 : 1 - reached / -answer.bound);
    }
  }
  return rowOf(`HiGHS alone, at most ${secondsLeft * 1000} ms (reference)`, times, gaps);
}

function rowOf(what: string, times: readonly number[], gaps: readonly number[], blocks: readonly number[] = []): OptimiserRow {
  const sorted = [...times].sort((one, other) => one - other);
  return {
    what,
    instances: times.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    highestMs: sorted.at(-1) ?? 0,
    proven: gaps.filter((gap) => gap <= 1e-9).length,
    highestGap: Math.max(0, ...gaps),
    longestBlockMs: blocks.length === 0 ? null : Math.max(...blocks),
  };
}

/** Warms the solver's thread up for a shape: the first questions run in code that is not yet compiled. */
export async function warmUp(shape: Shape): Promise<void> {
  startSolver();
  for (const seed of seedsOf(6)) await solvePortfolio(instance({ ...shape, seed: seed + 1000 }), { timeLimitMs: 1000 });
}

/**
 * Measures the shapes one after the other, and stops the solver's thread after the last.
 *
 * @param names Parts of names; all shapes where there are none.
 */
export async function measureShapes(
  instances: number,
  tell: (name: string, rows: readonly OptimiserRow[]) => void,
  names: readonly string[] = [],
): Promise<void> {
  for (const [name, shape] of Object.entries(shapes)) {
    if (names.length > 0 && !names.some((part) => name.includes(part))) continue;
    const plain = await measurePlainHighs(shape, Math.min(instances, 5), 20);
    await warmUp(shape);
    tell(name, [plain, await measureEarly(shape, instances, 100, 5000), await measureOptimiser(shape, instances, 5000)]);
  }
  await stopSolver();
}

/** One shape's rows as a table. */
export function optimiserTable(name: string, rows: readonly OptimiserRow[]): string {
  const line = (row: OptimiserRow) =>
    `| ${row.what} | ${row.instances} | ${row.medianMs.toFixed(0)} | ${row.highestMs.toFixed(0)} | ${row.proven} | ${(row.highestGap * 100).toFixed(2)} % | ${row.longestBlockMs?.toFixed(0) ?? "–"} |`;
  return [
    `\n${name}\n`,
    "| what | instances | median ms | highest ms | proven or equal | highest gap | longest block of the caller, ms of its own |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows.map(line),
  ].join("\n");
}

if (process.argv[1]?.endsWith("/bench/optimiser.ts")) {
  const [count, ...names] = process.argv.slice(2);
  await measureShapes(Number(count ?? 20), (name, rows) => process.stdout.write(`${optimiserTable(name, rows)}\n`), names);
}
