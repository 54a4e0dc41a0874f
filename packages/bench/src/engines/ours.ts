import { type CompiledCondition, compileCondition, compileEvaluation, type Evaluation, type Facts } from "@hp/domain";
import type { MakeEngine } from "./engine.ts";

/** Ours, the verdict alone. */
export const traceOff: MakeEngine = ({ rules, places }) => {
  const compiled = rules.map(compileCondition);
  return {
    name: "ours, trace off",
    run: (place, hits) => {
      const facts = places[place] as Facts;
      let count = 0;
      for (let index = 0; index < compiled.length; index += 1) {
        if ((compiled[index] as CompiledCondition)(facts) !== "holds") continue;
        count += 1;
        hits?.push(index);
      }
      return count;
    },
  };
};

/** Ours with the whole tree: for every comparison the fact, the verdict and what would turn it. */
export const explained: MakeEngine = ({ rules, places, fields }) => {
  const compiled = rules.map((rule) => compileEvaluation(rule, fields));
  return {
    name: "ours, every leaf explained",
    run: (place, hits) => {
      const facts = places[place] as Facts;
      let count = 0;
      for (let index = 0; index < compiled.length; index += 1) {
        if ((compiled[index] as Evaluation)(facts).verdict !== "holds") continue;
        count += 1;
        hits?.push(index);
      }
      return count;
    },
  };
};
