export { issuePlatformScope } from "./platform.ts";
export { issuePlaceScope, type Refusal } from "./scope.ts";
