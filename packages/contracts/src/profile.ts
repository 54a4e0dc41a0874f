import { z } from "zod";
import { instant, paragraph, party, version } from "./common.ts";
import { preconditionKey } from "./ids.ts";

/** A fact's value: number, yes/no, one choice's key, or several choices' keys. */
export const factValue = z.union([z.number(), z.boolean(), z.string().max(60), z.array(z.string().max(60)).max(30)]);
export type FactValueInput = z.infer<typeof factValue>;

/** Sets one fact of a place. */
export const factSet = z.strictObject({
  key: preconditionKey,
  /** Null says "we do not know". */
  value: factValue.nullable(),
  /** Needed when an open figure is corrected by hand. */
  note: paragraph(500).nullable(),
  /** The version that the edit was made from; 0 if there was none. */
  version,
});
export type FactSet = z.infer<typeof factSet>;

/** A similar municipality's value; null where it has none. */
export const peerValue = z.object({ code: z.string(), name: z.string(), value: z.number().nullable() });

/** Whether a fact is answered and known, and whether its reader may see it. */
export const factState = z.enum(["unanswered", "unknown", "known", "hidden"]);
/** One precondition of a place as its reader may see it. */
export const factView = z.object({
  key: preconditionKey,
  label: z.string(),
  type: z.enum(["number", "integer", "enum", "multiEnum", "boolean"]),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
  help: z.object({ what: z.string(), why: z.string(), example: z.string() }),
  askedOf: z.enum(["openData", "municipality", "company", "either", "derived"]),
  visibility: z.enum(["public", "parties", "ownParty"]),
  /** The reader may set it. */
  editable: z.boolean(),
  state: factState,
  /** Null when unknown, unanswered or hidden from the reader. */
  value: factValue.nullable(),
  source: z.enum(["open_data", "manual", "derived"]).nullable(),
  sourceLine: z.string().nullable(),
  period: z.string().nullable(),
  caution: z.string().nullable(),
  note: z.string().nullable(),
  setBy: z.object({ name: z.string().nullable(), party: party.nullable() }).nullable(),
  setAt: instant.nullable(),
  version,
});
export type FactView = z.infer<typeof factView>;

/** A figure from open data beside those of the seven similar municipalities. */
export const indicatorRow = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  decimals: z.int(),
  period: z.string(),
  sourceLine: z.string(),
  caution: z.string().nullable(),
  peers: z.array(peerValue),
});
export type IndicatorRow = z.infer<typeof indicatorRow>;

/** How far a profile has come, in preconditions that are asked for. */
export const profileProgress = z.object({
  /** Asked of someone and not derived or informational. */
  total: z.int(),
  known: z.int(),
  unknown: z.int(),
  unanswered: z.int(),
});
/** A place's profile, as one reader may see it. */
export const profileView = z.object({
  groups: z.array(z.object({ key: z.string(), label: z.string(), facts: z.array(factView) })),
  indicators: z.array(indicatorRow),
  similar: z.array(z.object({ code: z.string(), name: z.string(), lat: z.number().nullable(), lon: z.number().nullable() })),
  municipalityGroup: z.string(),
  progress: profileProgress,
});
export type ProfileView = z.infer<typeof profileView>;
/** A saved fact, and how far the profile has come with it. */
export const factSaved = z.object({ fact: factView, progress: profileProgress });
