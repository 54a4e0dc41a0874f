import { expect, test } from "vitest";
import type { PlaceScope } from "./index.ts";
import { issuePlaceScope } from "./issue.ts";
import { placeActions, placeGrants, placeRoles, roleMay } from "./roles.ts";

declare const reader: PlaceScope<"place.read">;
declare const editor: PlaceScope<"plan.edit" | "place.read">;
declare function readPlan(scope: PlaceScope<"place.read">): void;
declare function editPlan(scope: PlaceScope<"plan.edit">): void;

/** Never called: a scope widens to less, never to more, and cannot be forged; the compiler is the test. */
const typesOnly = () => {
  readPlan(reader);
  readPlan(editor);
  editPlan(editor);
  // @ts-expect-error a reader may not edit
  editPlan(reader);
  // @ts-expect-error a literal is not a scope
  readPlan({ actor: { userId: "u" }, placeId: "p" });
  // @ts-expect-error PlaceScope is a type here: it cannot be constructed
  new PlaceScope();
};

void typesOnly;

const member = (role: (typeof placeRoles)[number]) => ({ placeId: "p", role, organisationId: "o", party: null, roleGroup: null });

test.each(placeRoles.flatMap((role) => placeActions.map((action) => [role, action] as const)))(
  "a scope for %s and %s exists exactly where the table grants it",
  (role, action) => {
    const scope = issuePlaceScope({ userId: "u" }, member(role), action);
    const granted = (placeGrants[role] as readonly string[]).includes(action);
    if (granted) expect(scope).toMatchObject({ placeId: "p", actor: { userId: "u" } });
    else expect(scope).toBe("role_lacks_action");
  },
);

test("someone who is not a member gets no scope, whatever the action", () => {
  for (const action of placeActions) expect(issuePlaceScope({ userId: "u" }, null, action)).toBe("not_a_member");
});

test("an unknown role is refused, not let through", () => {
  expect(roleMay("__proto__" as never, "place.read")).toBe(false);
  expect(roleMay("admin" as never, "place.read")).toBe(false);
});
