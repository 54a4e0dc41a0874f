/** What a person is in one place. */
export const placeRoles = ["coordinator", "municipality_editor", "company_editor", "viewer"] as const;
export type PlaceRole = (typeof placeRoles)[number];

/** Actions that change a place. Each opens its own tables and no others: see `placeWrites` in the database package. */
export const placeWriteActions = [
  "profile.edit",
  "assessment.start",
  "assessment.answer",
  "assessment.ready",
  "assessment.open",
  "advice.run",
  "plan.edit",
  "plan.decide",
  "members.invite",
  "members.manage",
  "member.self",
  "content.upgrade",
] as const;
export type PlaceWriteAction = (typeof placeWriteActions)[number];

/** Everything that can be done in a place. */
export const placeActions = ["place.read", ...placeWriteActions] as const;
export type PlaceAction = (typeof placeActions)[number];

/** Who may do what in a place. The only table of its kind: the API, the pages, the tests and the generated matrix all read it. */
export const placeGrants = {
  coordinator: [
    "place.read",
    "profile.edit",
    "assessment.start",
    "assessment.open",
    "advice.run",
    "plan.edit",
    "plan.decide",
    "members.invite",
    "members.manage",
    "content.upgrade",
  ],
  municipality_editor: [
    "place.read",
    "profile.edit",
    "assessment.answer",
    "assessment.ready",
    "advice.run",
    "plan.edit",
    "plan.decide",
    "members.invite",
    "member.self",
  ],
  company_editor: [
    "place.read",
    "profile.edit",
    "assessment.answer",
    "assessment.ready",
    "advice.run",
    "plan.edit",
    "plan.decide",
    "members.invite",
    "member.self",
  ],
  viewer: ["place.read"],
} as const satisfies Record<PlaceRole, readonly PlaceAction[]>;

/** Whether a role may take an action in its place. Total: an unknown role or action is refused. */
export function roleMay(role: PlaceRole, action: PlaceAction): boolean {
  const granted: readonly PlaceAction[] | undefined = Object.hasOwn(placeGrants, role) ? placeGrants[role] : undefined;
  return granted?.includes(action) ?? false;
}

/** What any signed-in person may do outside a place: see their own places, and start one. */
export const portfolioActions = ["portfolio.read", "place.create"] as const;
export type PortfolioAction = (typeof portfolioActions)[number];
