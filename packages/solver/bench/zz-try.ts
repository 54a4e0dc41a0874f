import { highs } from "../src/engine/highs.ts";
import { solve } from "../src/engine/solve.ts";
import { instance } from "./instances.ts";
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000;};
const [n,years,seeds,share,cap,limit]=process.argv.slice(2).map(Number);
const h=await highs();
for(let seed=1;seed<=seeds;seed++){
  const req=instance({seed,measures:n,dimensions:13,years,budgetShare:share,atMostPerDimension:cap||null,tied:.06});
  const t0=cpu(),w0=performance.now();let log:any[]=[];
  const r=solve(h,{request:req,goal:{kind:"value"},timeLimitMs:limit||20000,onBetter:(p)=>log.push([(cpu()-t0).toFixed(0),p.value.toFixed(4)].join(":"))});
  console.log(seed,`cpu ${(cpu()-t0).toFixed(0)} wall ${(performance.now()-w0).toFixed(0)} lp ${r.relaxations} value ${r.plan?.value.toFixed(5)} n ${r.plan?.starts.length} bound ${r.bound.toFixed(5)} ${r.isProven} ${r.isSettled}`,log[0],'..',log.at(-1), log.length);
}

