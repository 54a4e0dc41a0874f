import { z } from "zod";

/** Row version, from 1; an edit names the version it was made from. 0 stands for "there was no row". */
export const version = z.int().min(0).max(2_147_483_647);

/** A calendar day, `YYYY-MM-DD`, between 2000 and 2100. */
export const day = z.iso.date().refine((value) => value >= "2000-01-01" && value <= "2100-12-31", { error: "out_of_range" });

/** Whole kronor, 0 to 1 000 000 000; null if not yet known. */
export const costSek = z.int().min(0).max(1_000_000_000).nullable();

/** Working hours, 0 to 1 000 000; null if not yet known. */
export const hours = z.int().min(0).max(1_000_000).nullable();

// NUL cannot be stored by PostgreSQL; the other control characters have no place in one line.
const noControl = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);

/** One line of text, trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => noControl(text) && !/[\r\n\t]/.test(text), { error: "control_characters" });

/** Text over several lines, trimmed, 0 to `max` characters. */
export const paragraph = (max: number) => z.string().trim().max(max).refine(noControl, { error: "control_characters" });

/** An e-mail address, lower case, at most 254 characters. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The languages of the product. */
export const locale = z.enum(["sv", "en"]);
/** The parties that own a plan. */
export const party = z.enum(["municipality", "industry"]);
/** The two parties that own a plan together. */
export type PlaceParty = z.infer<typeof party>;
/** What a person is in a place; see the domain's role table. */
export const placeRole = z.enum(["coordinator", "municipality_editor", "company_editor", "viewer"]);
/** What an organisation is. */
export const organisationKind = z.enum(["municipality", "company", "coordinator"]);
export type OrganisationKind = z.infer<typeof organisationKind>;
/** Role groups of people who answer by name. */
export const roleGroup = z.enum(["politicians", "administration", "municipal_companies", "management", "hr", "employees"]);
/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** A mailed secret: 32 random bytes, base64url. */
export const mailedToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
