import { z } from "zod";
import { instant, line, organisationKind, party, placeRole, roleGroup } from "./common.ts";
import { idempotencyKey, organisationId, placeId, userId } from "./ids.ts";

const municipalityCode = z.string().regex(/^\d{4}$/);
const localityCode = z.string().regex(/^[0-9A-Z]{6,12}$/);

/** What is typed in the type-ahead. */
export const placeSearch = z.strictObject({ query: z.string().trim().min(1).max(60) });
/** A locality or a municipality that matches. */
export const placeHit = z.object({
  kind: z.enum(["locality", "municipality"]),
  code: z.string(),
  name: z.string(),
  municipalityCode: z.string(),
  municipalityName: z.string(),
  countyName: z.string(),
  population: z.int().nullable(),
});
export type PlaceHit = z.infer<typeof placeHit>;

/** Founds a place. */
export const placeCreate = z.strictObject({
  municipalityCode,
  /** Null for a place without a locality of its own; then `name` says what it is called. */
  localityCode: localityCode.nullable(),
  /** The place's name; the locality's or municipality's own unless changed. */
  name: line(80),
  /** Name of the coordinating organisation, needed the first time only. */
  organisationName: line(120).nullable(),
  idempotencyKey,
});
export type PlaceCreate = z.infer<typeof placeCreate>;
/** The place that was founded. */
export const placeCreated = z.object({ placeId });

/** The stations of the path, in order; the same as the domain's. */
export const stationKeys = ["profile", "assessment", "situation", "advice", "plan", "decision", "follow_up"] as const;
/** One station of the path: where it stands, and the numbers of its state line. */
export const station = z.object({
  key: z.enum(stationKeys),
  state: z.enum(["done", "now", "next"]),
  /** Message key under `path.line`, with its values. */
  line: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
});
export type Station = z.infer<typeof station>;

/** Everything that a next step can be; the same as the domain's. */
export const nextStepKeys = [
  "invite_municipality",
  "invite_company",
  "fill_profile",
  "start_round",
  "answer",
  "submit_answers",
  "declare_ready",
  "open_results",
  "run_advice",
  "add_to_plan",
  "complete_actions",
  "set_decision",
  "set_follow_up",
  "follow_up",
  "wait_for_parties",
  "wait_for_answers",
  "wait_for_opening",
  "wait_for_round",
  "read_only",
] as const;
/** The one next step for the reader: theirs (`mine`), or someone else's, with who it waits on and since when. */
export const nextStep = z.object({
  key: z.enum(nextStepKeys),
  mine: z.boolean(),
  waitsOn: z.array(z.enum(["coordinator", "municipality", "industry"])),
  since: instant.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type NextStep = z.infer<typeof nextStep>;

/** What stands at the top of every page of a place. */
export const placeHead = z.object({
  place: z.object({
    id: placeId,
    name: z.string(),
    municipalityCode: z.string(),
    municipalityName: z.string(),
    countyName: z.string(),
    isDemo: z.boolean(),
  }),
  me: z.object({
    userId,
    role: placeRole,
    party: party.nullable(),
    organisationId,
    organisationName: z.string(),
    roleGroup: roleGroup.nullable(),
    /** Actions that the role allows, for hiding what would be refused. */
    actions: z.array(z.string()),
  }),
  path: z.array(station).length(7),
  nextStep,
});
export type PlaceHead = z.infer<typeof placeHead>;

/** One party of a place: who takes part, and how far it has come. */
export const partyRow = z.object({
  party,
  organisations: z.array(z.object({ id: organisationId, name: z.string(), people: z.int(), invited: z.int() })),
  profile: z.object({ answered: z.int(), total: z.int() }),
  assessment: z.object({ submitted: z.int(), started: z.int(), ready: z.boolean() }).nullable(),
  plan: z.object({ costSek: z.int(), hours: z.int() }),
});
/** Something that happened, as a line to read. */
export const activityRow = z.object({
  at: instant,
  actorName: z.string().nullable(),
  party: party.nullable(),
  /** Message key under `activity`. */
  action: z.string(),
  values: z.record(z.string(), z.string()),
});
export type ActivityRow = z.infer<typeof activityRow>;
/** A place's first page. */
export const placeOverview = z.object({
  head: placeHead,
  parties: z.array(partyRow),
  activity: z.array(activityRow),
});
export type PlaceOverview = z.infer<typeof placeOverview>;

/** One of one's own places: where it stands, and what it waits for. */
export const portfolioPlace = z.object({
  placeId,
  name: z.string(),
  municipalityName: z.string(),
  isDemo: z.boolean(),
  role: placeRole,
  organisationName: z.string(),
  /** Index 0–6 of the current station. */
  current: z.int().min(0).max(6),
  states: z.array(z.enum(["done", "now", "next"])).length(7),
  nextStep,
  changedAt: instant,
  /** Centre of the place, for the map; null where unknown. */
  position: z.object({ lat: z.number(), lon: z.number() }).nullable(),
});
/** One's own places, one's turn first. */
export const portfolioView = z.object({
  places: z.array(portfolioPlace),
  /** Coordinating organisations of the reader: empty means that the first place also names one. */
  coordinates: z.array(z.object({ id: organisationId, name: z.string() })),
});
export type PortfolioView = z.infer<typeof portfolioView>;
export type PortfolioPlace = z.infer<typeof portfolioPlace>;

/** An organisation that takes part in a place. */
export const organisationView = z.object({ id: organisationId, kind: organisationKind, name: z.string(), party: party.nullable() });
