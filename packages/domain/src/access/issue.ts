export { issuePlaceScope, type Refusal } from "./scope.ts";
