import { expect, test } from "vitest";
import { mayInvite, maySeeEmail, maySeeFact, maySetFact, roleFitsOrganisation } from "./rows.ts";

test.each([
  ["coordinator", { openData: true, municipality: true, company: false, either: true, derived: false }],
  ["municipality_editor", { openData: true, municipality: true, company: false, either: true, derived: false }],
  ["company_editor", { openData: false, municipality: false, company: true, either: true, derived: false }],
  ["viewer", { openData: false, municipality: false, company: false, either: false, derived: false }],
] as const)("%s sets what they are asked for", (role, may) => {
  for (const [asked, allowed] of Object.entries(may)) expect(maySetFact({ role }, asked as keyof typeof may), asked).toBe(allowed);
});

test("a private fact is seen by the party it is asked of and by nobody else", () => {
  expect(maySeeFact({ party: "industry" }, "ownParty", "company")).toBe(true);
  expect(maySeeFact({ party: "municipality" }, "ownParty", "company")).toBe(false);
  expect(maySeeFact({ party: null }, "ownParty", "company")).toBe(false);
  expect(maySeeFact({ party: "municipality" }, "ownParty", "municipality")).toBe(true);
  expect(maySeeFact({ party: "industry" }, "ownParty", "municipality")).toBe(false);
  expect(maySeeFact({ party: null }, "parties", "company")).toBe(true);
});

test("the coordinator invites anyone but a coordinator; an editor only colleagues in their own role or as viewers", () => {
  const editor = { role: "company_editor", organisationId: "a" } as const;
  expect(mayInvite({ role: "coordinator", organisationId: "c" }, { organisationId: null, role: "company_editor" })).toBe(true);
  expect(mayInvite({ role: "coordinator", organisationId: "c" }, { organisationId: "c", role: "coordinator" })).toBe(false);
  expect(mayInvite(editor, { organisationId: "a", role: "company_editor" })).toBe(true);
  expect(mayInvite(editor, { organisationId: "a", role: "viewer" })).toBe(true);
  expect(mayInvite(editor, { organisationId: "a", role: "municipality_editor" })).toBe(false);
  expect(mayInvite(editor, { organisationId: "b", role: "company_editor" })).toBe(false);
  expect(mayInvite(editor, { organisationId: null, role: "company_editor" })).toBe(false);
  expect(mayInvite({ role: "viewer", organisationId: "a" }, { organisationId: "a", role: "viewer" })).toBe(false);
});

test("roles fit their organisation's kind", () => {
  expect(roleFitsOrganisation("municipality_editor", "municipality")).toBe(true);
  expect(roleFitsOrganisation("municipality_editor", "company")).toBe(false);
  expect(roleFitsOrganisation("company_editor", "municipality")).toBe(false);
  expect(roleFitsOrganisation("viewer", "company")).toBe(true);
  expect(roleFitsOrganisation("coordinator", "company")).toBe(false);
});

test("addresses are for the coordinator and one's own organisation", () => {
  expect(maySeeEmail({ role: "coordinator", organisationId: "c" }, "a")).toBe(true);
  expect(maySeeEmail({ role: "viewer", organisationId: "a" }, "a")).toBe(true);
  expect(maySeeEmail({ role: "company_editor", organisationId: "a" }, "b")).toBe(false);
});
