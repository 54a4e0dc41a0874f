import type { AskedOf, Visibility } from "../instrument/types.ts";
import type { PlaceRole } from "./roles.ts";
import type { MembershipFact } from "./scope.ts";

/**
 * Whether a member may set a precondition: the municipality what is asked of it, a company what is asked of companies,
 * either what anyone may know; open figures are corrected by the municipality or the coordinator. Derived ones never.
 * The coordinator may also fill in what the municipality is asked, but not what companies are asked.
 */
export function maySetFact(member: Pick<MembershipFact, "role">, asked: AskedOf): boolean {
  switch (asked) {
    case "derived":
      return false;
    case "openData":
    case "municipality":
      return member.role === "coordinator" || member.role === "municipality_editor";
    case "company":
      return member.role === "company_editor";
    case "either":
      return member.role !== "viewer";
    default:
      return asked satisfies never;
  }
}

/** Whether a member may see a precondition's value. A private one is seen by the party that is asked for it, and by nobody else. */
export function maySeeFact(member: Pick<MembershipFact, "party">, visibility: Visibility, asked: AskedOf): boolean {
  if (visibility !== "ownParty") return true;
  return member.party !== null && member.party === (asked === "company" ? "industry" : "municipality");
}

/** Whether a member may invite to an organisation in a role: the coordinator anyone, an editor colleagues in their own organisation. */
export function mayInvite(
  member: Pick<MembershipFact, "role" | "organisationId">,
  to: { readonly organisationId: string | null; readonly role: PlaceRole },
): boolean {
  if (to.role === "coordinator") return false;
  if (member.role === "coordinator") return true;
  if (member.role === "viewer" || to.organisationId !== member.organisationId) return false;
  return to.role === "viewer" || to.role === member.role;
}

/** Whether a role fits an organisation's kind: a company's people are not municipality editors, nor the other way round. */
export function roleFitsOrganisation(role: PlaceRole, kind: "municipality" | "company" | "coordinator"): boolean {
  if (role === "viewer") return true;
  if (role === "coordinator") return kind === "coordinator";
  return kind === (role === "municipality_editor" ? "municipality" : "company");
}

/** The role groups that people of an organisation's kind can belong to. */
export const roleGroupsOf = {
  municipality: ["politicians", "administration", "municipal_companies"],
  company: ["management", "hr", "employees"],
  coordinator: [],
} as const;

/** Whether a member may see another member's e-mail address: the coordinator and the person's own organisation. */
export function maySeeEmail(member: Pick<MembershipFact, "role" | "organisationId">, organisationId: string): boolean {
  return member.role === "coordinator" || member.organisationId === organisationId;
}
