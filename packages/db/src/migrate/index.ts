export { type CheckOptions, type CheckServer, check } from "./check.ts";
export { deploy } from "./deploy.ts";
export { type NewMigrationOptions, newMigration, pendingChange, prismaFolder } from "./folder.ts";
export { grantAppRole } from "./grants.ts";
export { type MigrationStatus, misfit, status } from "./status.ts";
