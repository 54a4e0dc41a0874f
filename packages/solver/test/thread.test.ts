import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bruteForce, checkPlan, inParts, type PortfolioRequest } from "@hp/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instance } from "../bench/instances.ts";
import {
  cheapestIncrease,
  type PortfolioPlan,
  type PortfolioResult,
  paretoFront,
  solvePortfolio,
  startSolver,
  stopSolver,
} from "../src/index.ts";
import { smallRequest } from "./small-requests.ts";

const seeds = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
/** A question that takes the optimiser far longer than any time limit here. */
const hard = instance({ seed: 3, measures: 400, dimensions: 13, years: 5, budgetShare: 0.1, atMostPerDimension: null, tied: 0.1 });
const bestValue = (request: PortfolioRequest) => {
  const best = bruteForce(request);
  return best === null ? -1 : inParts(best.value);
};

beforeAll(async () => {
  startSolver();
  await solvePortfolio(smallRequest(1));
});
afterAll(stopSolver);

describe("T1 · the thread gives the engine's answer in the words of the request", () => {
  test("optimal: plan, bound and no gap; infeasible: none", async () => {
    for (const seed of seeds(25)) {
      const request = smallRequest(seed);
      const best = bruteForce(request);
      const { status, plan, bound, gap, tiesSettled, conflicts } = await solvePortfolio(request);
      if (best === null)
        expect({ status, plan, gap, hasConflicts: conflicts !== null && conflicts.length > 0 }).toEqual({
          status: "infeasible",
          plan: null,
          gap: null,
          hasConflicts: true,
        });
      else {
        const selection = best.starts.map(({ measureId }) => measureId);
        const startYears = Object.fromEntries(best.starts.map(({ measureId, startYear }) => [measureId, startYear]));
        expect(plan).toMatchObject({ selection, startYears, value: best.value, costSek: best.costSek });
        expect({ status, bound, gap, tiesSettled, conflicts }).toEqual({
          status: "optimal",
          bound: best.value,
          gap: 0,
          tiesSettled: true,
          conflicts: null,
        });
      }
    }
  });

  test("a question without candidates has an empty plan", async () => {
    const { status, plan } = await solvePortfolio({
      ...smallRequest(1),
      measures: [],
      lockedIn: [],
      lockedOut: [],
      requiredDimensions: [],
    });
    expect({ status, selection: plan?.selection, value: plan?.value }).toEqual({ status: "optimal", selection: [], value: 0 });
  });

  test("several at once are answered each with its own", async () => {
    const requests = seeds(8).map((seed) => smallRequest(seed));
    const results = await Promise.all(requests.map((request) => solvePortfolio(request)));
    results.forEach(({ plan }, index) => {
      expect(plan?.value).toEqual(bruteForce(requests[index]!)?.value);
    });
  });
});

describe("T2 · rules that cannot be kept together", () => {
  const base = smallRequest(1);
  test("are named, and none of them is too many", async () => {
    const [one, other] = base.measures;
    const request: PortfolioRequest = {
      ...base,
      measures: base.measures.map((each) => ({ ...each, prerequisites: [], exclusions: each.id === one!.id ? [other!.id] : [] })),
      budgets: Object.fromEntries(
        (["municipality", "industry"] as const).map((party) => [
          party,
          {
            ...base.budgets[party],
            sekByYear: base.budgets[party].sekByYear.map(() => null),
            totalSek: null,
            hoursByYear: base.budgets[party].hoursByYear.map(() => null),
            totalHours: null,
          },
        ]),
      ) as unknown as PortfolioRequest["budgets"],
      atMostPerDimension: null,
      requiredDimensions: [],
      balance: null,
      costLimitSek: null,
      lockedIn: [one!.id, other!.id],
      lockedOut: [],
    };
    const { status, conflicts } = await solvePortfolio(request);
    expect(status).toBe("infeasible");
    expect(conflicts).toEqual([
      { rule: "locked_in", subject: one!.id },
      { rule: "exclusion", subject: `${one!.id}:${other!.id}` },
      { rule: "locked_in", subject: other!.id },
    ]);
  });
});

const startsOf = (plan: PortfolioPlan) => plan.selection.map((id) => ({ measureId: id, startYear: plan.startYears[id]! }));

describe("T3 · time limit", () => {
  test("the best found, which keeps every rule, and how far it may be from the best", async () => {
    const { status, plan, bound, gap } = await solvePortfolio(hard, { timeLimitMs: 300 });
    expect(status).toBe("time_limit");
    expect(checkPlan(hard, startsOf(plan!)).broken).toEqual([]);
    expect(gap).toBeCloseTo((bound! - plan!.value) / bound!, 12);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(1);
  });

  test("no plan that more time finds exceeds the bound that was given with less", async () => {
    const short = await solvePortfolio(hard, { timeLimitMs: 50 });
    const long = await solvePortfolio(hard, { timeLimitMs: 2000 });
    expect(long.plan!.value).toBeLessThanOrEqual(short.bound! + 1e-9);
    expect(short.plan!.value).toBeLessThanOrEqual(long.bound! + 1e-9);
  });
});

describe("T4 · the caller's event loop stays free", () => {
  test("its timer ticks on while the thread works, and of what is computed meanwhile the caller does the lesser part", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 2);
    const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
    await solvePortfolio(hard, { timeLimitMs: 1000 });
    const [ofCaller, ofProcess] = [process.threadCpuUsage(own), process.cpuUsage(all)];
    clearInterval(timer);
    // Counts and shares, no clock: a caller that solves by itself ticks not once, and does all of the computing.
    expect(ticks).toBeGreaterThan(20);
    expect((ofCaller.user + ofCaller.system) / (ofProcess.user + ofProcess.system)).toBeLessThan(0.5);
  });
});

describe("T5 · calling off", () => {
  test("ends the work with the best so far and its gap, and the next question is answered by a new thread", async () => {
    const cancelledAfter = async (waitMs: number): Promise<PortfolioResult> => {
      const off = new AbortController();
      const asked = solvePortfolio(hard, { timeLimitMs: 60_000, signal: off.signal });
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      off.abort();
      const result = await asked;
      // On a slow day there may be no plan yet: then it is given longer.
      return result.plan === null && waitMs < 10_000 ? cancelledAfter(2 * waitMs) : result;
    };
    const asked = cancelledAfter(500);
    const waiting = solvePortfolio(smallRequest(4));
    const { status, plan, bound, gap, ms } = await asked;
    expect(ms).toBeLessThan(60_000);
    expect(status).toBe("cancelled");
    expect(checkPlan(hard, startsOf(plan!)).broken).toEqual([]);
    expect(gap).toBeCloseTo((bound! - plan!.value) / bound!, 12);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(1);
    expect((await waiting).plan?.value).toEqual(bruteForce(smallRequest(4))?.value);
  });

  test("before it begins, and while it waits", async () => {
    const unbegun = await solvePortfolio(hard, { signal: AbortSignal.abort() });
    expect(unbegun).toMatchObject({ status: "cancelled", plan: null, bound: null, gap: null });
    const off = new AbortController();
    const first = solvePortfolio(hard, { timeLimitMs: 200 });
    const second = solvePortfolio(hard, { signal: off.signal });
    off.abort();
    expect((await second).status).toBe("cancelled");
    expect((await first).status).toBe("time_limit");
  });

  test("the thread can be stopped under a question", async () => {
    const asked = solvePortfolio(hard, { timeLimitMs: 60_000 });
    await stopSolver();
    expect((await asked).status).toBe("cancelled");
  });
});

describe("T6 · a caller's mistake is a RangeError that names the field", () => {
  test.each([
    ["horizonYears", () => solvePortfolio({ ...smallRequest(1), horizonYears: 0 })],
    ["timeLimitMs", () => solvePortfolio(smallRequest(1), { timeLimitMs: 0 })],
    ["timeLimitMs", () => solvePortfolio(smallRequest(1), { timeLimitMs: Number.NaN })],
    ["points", () => paretoFront(smallRequest(1), 7)],
    ["measureId", () => cheapestIncrease(smallRequest(1), "nobody")],
    ["extraSek", () => cheapestIncrease({ ...smallRequest(1), extraSek: 0.5 }, "M000")],
  ])("%s", async (field, ask) => {
    await expect(ask()).rejects.toThrow(RangeError);
    await expect(ask()).rejects.toThrow(new RegExp(`^${field} `));
  });
});

describe("T7 · the front of cost against value", () => {
  test("rises in both, each point is the best for its cost, and it has the points asked for where there are so many", async () => {
    const request = instance({ seed: 8, measures: 14, dimensions: 5, years: 1, budgetShare: 0.5, atMostPerDimension: null, tied: 0.2 });
    const { status, points } = await paretoFront(request, 9, { timeLimitMs: 30_000 });
    expect(status).toBe("complete");
    expect(points.length).toBeGreaterThanOrEqual(9);
    points.forEach((point, at) => {
      const best = bruteForce({ ...request, costLimitSek: point.costSek });
      expect({ value: best?.value, costSek: best?.costSek }).toEqual({ value: point.value, costSek: point.costSek });
      const before = points[at - 1];
      if (before) expect(point.costSek > before.costSek && point.value > before.value).toBe(true);
    });
    expect(points.at(-1)?.value).toBe(bruteForce(request)?.value);
  });

  test("begins at the cheapest plan that keeps the rules; where none does, there is none", async () => {
    for (const seed of seeds(12, 40)) {
      const request = smallRequest(seed, 8);
      const { status, points } = await paretoFront(request, 8, { timeLimitMs: 30_000 });
      const best = bruteForce(request);
      expect(status).toBe(best === null ? "infeasible" : "complete");
      if (best === null) continue;
      const cheapest = points[0]!.costSek;
      if (cheapest > 0) expect(bruteForce({ ...request, costLimitSek: cheapest - 1 })).toBeNull();
    }
  });
});

describe("X · ryms vid +X kr", () => {
  test("X1, X2 · at the increase no plan without the measure is better; a krona less, and one is", async () => {
    let [fits, forMoney] = [0, 0];
    for (const seed of seeds(45)) {
      const request = smallRequest(seed, 7);
      const id = request.measures.find((measure) => !request.lockedIn.includes(measure.id))?.id;
      if (id === undefined) continue;
      const answer = await cheapestIncrease(request, id, { timeLimitMs: 30_000 });
      const lockedOut = request.lockedOut.filter((other) => other !== id);
      const within = (extraSek: number) => bestValue({ ...request, lockedOut, lockedIn: [...request.lockedIn, id], extraSek });
      const without = (extraSek: number) => bestValue({ ...request, lockedOut: [...lockedOut, id], extraSek });
      if (answer.kind === "fits") {
        const at = request.extraSek + answer.increaseSek;
        expect(within(at)).toBeGreaterThanOrEqual(Math.max(0, without(at)));
        expect(inParts(answer.plan.value)).toBe(within(at));
        expect(answer.plan.selection).toContain(id);
        if (answer.increaseSek > 0) expect(within(at - 1) < without(at - 1) || within(at - 1) < 0).toBe(true);
        fits += 1;
        if (answer.increaseSek > 0) forMoney += 1;
      } else {
        expect(answer.kind).toBe("not_by_money");
        const all = 1e9;
        if (answer.kind === "not_by_money" && (answer.conflicts === null || answer.conflicts.length > 0)) expect(within(all)).toBe(-1);
        else expect(within(all)).toBeLessThan(without(all));
      }
    }
    expect(fits).toBeGreaterThan(10);
    expect(forMoney).toBeGreaterThan(4);
  });

  test("X3 · called off or out of time, it says what it is at least", async () => {
    const answer = await cheapestIncrease(hard, "M001", { timeLimitMs: 100 });
    expect(answer).toMatchObject({ kind: "time_limit", atLeastSek: 0 });
    const off = AbortSignal.abort();
    expect(await cheapestIncrease(hard, "M001", { signal: off })).toMatchObject({ kind: "cancelled" });
  });
});

test("T8 · run by Node itself, without a bundler, the thread starts from its TypeScript source and keeps no process alive", () => {
  const here = fileURLToPath(new URL("..", import.meta.url));
  const script = `
    import { solvePortfolio } from "./src/index.ts";
    import { smallRequest } from "./test/small-requests.ts";
    const { status, plan } = await solvePortfolio(smallRequest(1));
    process.stdout.write(status + " " + plan?.value);
  `;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: here,
    encoding: "utf8",
    timeout: 25_000,
  });
  expect({ stdout, status }).toEqual({ stdout: `optimal ${bruteForce(smallRequest(1))?.value}`, status: 0 });
});
