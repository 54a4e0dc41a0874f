import { catalog } from "./catalog.mjs";
import { docstrings } from "./docstrings.mjs";
import { foreign } from "./foreign.mjs";
import { lengths } from "./lengths.mjs";

/** Our own rules: each has a name and a `run(root)` that returns one line per problem. */
export const checks = [docstrings, lengths, foreign, catalog];
