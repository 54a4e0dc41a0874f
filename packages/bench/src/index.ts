export { measureRules, type RulesRow } from "./measure-rules.ts";
