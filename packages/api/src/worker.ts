// What the worker does: work that takes longer than a page may. Apart from the index, so that pages do not bring the optimiser along.
export { runNextBench } from "./bench/run-bench.service.ts";
export { runNextProposal } from "./proposal/run-proposal.service.ts";
