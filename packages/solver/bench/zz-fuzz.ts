import { bruteForce, inParts } from "@hp/domain";
import { highs } from "../src/engine/highs.ts";
import { solve } from "../src/engine/solve.ts";
import { smallRequest } from "../test/small-requests.ts";
const [from, to] = process.argv.slice(2).map(Number) as [number, number];
const h = await highs();
let bf = 0, en = 0, bad = 0, inf = 0, ties = 0;
for (let seed = from; seed < to; seed++) {
  const request = smallRequest(seed);
  const t0 = performance.now();
  const want = bruteForce(request);
  const t1 = performance.now();
  let got: ReturnType<typeof solve>;
  try { got = solve(h, { request, goal: { kind: "value" }, timeLimitMs: 5000, onBetter: () => {} }); } catch (e) { console.log(seed, String(e).slice(0, 300)); bad++; continue; }
  const t2 = performance.now();
  bf += t1 - t0; en += t2 - t1;
  if (want === null) inf++;
  const same = want === null ? got.plan === null : got.plan !== null && JSON.stringify(want.starts) === JSON.stringify(got.plan.starts);
  if (got.isProven && !got.isSettled) ties++;
  if (!same || !got.isProven) { bad++; console.log(seed, got.isProven, got.isSettled, want?.value, got.plan?.value, want?.costSek, got.plan?.costSek, JSON.stringify(want?.starts.map(s => s.measureId + ":" + s.startYear)), JSON.stringify(got.plan?.starts.map(s => s.measureId + ":" + s.startYear)), got.bound, "n", request.measures.length, request.horizonYears); }
}
console.log({ bf: Math.round(bf), en: Math.round(en), bad, inf, ties, n: to - from });
