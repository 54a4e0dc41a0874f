import { highs } from "../src/engine/highs.ts";
import { solve } from "../src/engine/solve.ts";
import { instance } from "./instances.ts";
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const h = await highs();
const [n, years, from, to, share = 0.2, cap = 2] = process.argv.slice(2).map(Number) as number[];
const out: number[] = []; let lps = 0; const un: string[] = [];
for (let seed = from!; seed <= to!; seed++) {
  const request = instance({ seed, measures: n!, dimensions: 13, years: years!, budgetShare: share!, atMostPerDimension: cap || null, tied: 0.06 });
  const t = cpu();
  const s = solve(h, { request, goal: { kind: "value" }, timeLimitMs: 12000, onBetter: () => {} });
  out.push(Math.round(cpu() - t)); lps += s.relaxations; if (!s.isProven) un.push(`${seed}:${((s.bound / s.plan!.value - 1) * 100).toFixed(2)}%`);
}
const sorted = [...out].sort((a, b) => a - b);
console.log(`n${n} y${years} s${share} c${cap}: median ${sorted[Math.floor(sorted.length / 2)]} max ${sorted.at(-1)} sum ${out.reduce((a, b) => a + b, 0)} lps ${lps} unproven ${un.join(" ")} | ${out.join(" ")}`);
