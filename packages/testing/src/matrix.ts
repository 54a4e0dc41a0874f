import { type PlaceAction, type PlaceRole, placeRoles, roleMay } from "@hp/domain/access";
import { procedures } from "./samples.ts";

/** Who asks: someone in the place, someone with no place here, or nobody. */
export const askers = [...placeRoles, "admin", "outsider", "anonymous"] as const;
export type Asker = (typeof askers)[number];

const isRole = (asker: Asker): asker is PlaceRole => (placeRoles as readonly string[]).includes(asker);

/** What a procedure answers: `ok`, or the refusal. Decided from the policy and the one role table. */
export function expected(path: string, asker: Asker): "ok" | "FORBIDDEN" | "NOT_FOUND" | "UNAUTHORIZED" {
  const policy = procedures.find((one) => one.path === path)?.policy;
  if (policy === undefined) throw new RangeError(`${path} states no policy`);
  if (policy.kind === "open") return "ok";
  if (asker === "anonymous") return "UNAUTHORIZED";
  if (policy.kind === "platform") return asker === "admin" ? "ok" : "FORBIDDEN";
  if (policy.kind !== "place") return "ok";
  if (!isRole(asker)) return "NOT_FOUND";
  return roleMay(asker, policy.action as PlaceAction) ? "ok" : "FORBIDDEN";
}

const sign = { ok: "yes", FORBIDDEN: "no", NOT_FOUND: "hidden", UNAUTHORIZED: "sign in" } as const;

/** The access matrix as a page, from the router's policies and the role table. */
export function matrixPage(): string {
  const rows = [...procedures]
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ path, type, policy }) => {
      const rule =
        policy === undefined
          ? "none"
          : policy.kind === "place" || policy.kind === "portfolio" || policy.kind === "platform"
            ? `${policy.kind}: \`${policy.action}\``
            : policy.kind === "open"
              ? `open: ${policy.reason}`
              : "signed in";
      return `| \`${path}\` | ${type} | ${rule} | ${askers.map((asker) => sign[expected(path, asker)]).join(" | ")} |`;
    });
  return `# Access matrix

Made from the procedures' policies and the one role table (packages/domain/src/access/roles.ts) by \`npm run test:db -- --update\`; a test holds
this page to them and calls every procedure as everyone below.

*yes*: answered, as far as the row's own conditions allow (access/rows.ts). *no*: FORBIDDEN. *hidden*: NOT_FOUND, as for a place that does not
exist. *sign in*: UNAUTHORIZED. An outsider is signed in and has no part in the place; a member of another place is one.

| procedure | kind | policy | ${askers.map((asker) => asker.replace("_", " ")).join(" | ")} |
|---|---|---|${askers.map(() => "---").join("|")}|
${rows.join("\n")}
`;
}
