import { z } from "zod";

const url = (schemes: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}`,
  });
const port = z.coerce.number({ error: "must be a number from 1 to 65535" }).int().min(1).max(65_535);
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((text) => text === "1");

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
    /** The app's role: owns nothing, cannot bypass row-level security. */
    DATABASE_URL: url(["postgresql:", "postgres:"]),
    NEXTAUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }),
    /** The address that people type; links in mails begin with it, and https in it makes cookies secure. */
    NEXTAUTH_URL: url(["http:", "https:"]),
    SMTP_URL: url(["smtp:", "smtps:"]).optional(),
    /** Sender of mails, such as `Hållbara Platser <svara-inte@example.org>`. */
    MAIL_FROM: z.string().min(3).optional(),
    /** `local` shows the outbox at /utkorg, in production too: for a demo on one's own machine. */
    HP_OUTBOX: z.enum(["local"], { error: 'can only be "local"' }).optional(),
    /** Where people reach those who run the service; shown on the help and accessibility pages. */
    HP_CONTACT: z.email({ error: "must be an e-mail address" }).optional(),
    PORT: port.default(3000),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    /** 1 behind a reverse proxy that writes X-Forwarded-For: limits are then also kept per client address. */
    TRUST_PROXY: flag.default(false),
    /** Set by next.config.ts when the app starts; empty where the code comes without its migrations. */
    HP_NEWEST_MIGRATION: z.string().default(""),
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    error: "is needed when SMTP_URL is set",
  });

/** What the app reads from its environment. */
export type Env = Readonly<z.output<typeof schema>>;

/**
 * Reads the environment.
 *
 * @throws One error that lists every fault, by variable; values are never repeated, since some are secrets.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  // An empty variable means that it is not set, as compose files write it.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, code, message }) => {
    const name = path.join(".");
    return `  ${name} ${code === "invalid_type" && given[name] === undefined ? "is missing" : message}`;
  });
  throw new Error(`The environment is not complete:\n${faults.join("\n")}`);
}

let known: Env | undefined;

/** The environment, read once per process. The only place that looks at process.env. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Whether people reach the app over https, by the address in NEXTAUTH_URL. */
export const isHttps = (): boolean => new URL(env().NEXTAUTH_URL).protocol === "https:";

/** Whether the outbox can be read at /utkorg: on one's own machine, and outside production. */
export const hasOutboxPage = (): boolean => env().HP_OUTBOX === "local" || env().NODE_ENV !== "production";
