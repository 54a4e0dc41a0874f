import { highs } from "../src/engine/highs.ts";
import { solve } from "../src/engine/solve.ts";
import { Incumbent } from "../src/engine/incumbent.ts";
import { instance } from "./instances.ts";
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const h = await highs();
const [n, years, from, to, limit] = process.argv.slice(2).map(Number) as number[];
for (let seed = from!; seed <= to!; seed++) {
  const request = instance({ seed, measures: n!, dimensions: 13, years: years!, budgetShare: 0.2, atMostPerDimension: 2, tied: 0.06 });
  const t = cpu(), w = performance.now();
  const s = solve(h, { request, goal: { kind: "value" }, timeLimitMs: limit!, onBetter: () => {} });
  console.log(seed, "cpu", Math.round(cpu() - t), "wall", Math.round(performance.now() - w), s.plan?.value.toFixed(4), s.bound.toFixed(4), s.isProven, s.relaxations, JSON.stringify((globalThis as any).DBG));
}
