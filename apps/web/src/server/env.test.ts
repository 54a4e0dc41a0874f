import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const whole = {
  DATABASE_URL: "postgresql://app:secret@localhost:5432/hp",
  NEXTAUTH_SECRET: "a-secret-of-at-least-thirty-two-characters",
  NEXTAUTH_URL: "https://platser.example.org",
};

test("a whole environment is read, with what is left out at its default", () =>
  expect(readEnv(whole)).toMatchObject({ ...whole, PORT: 3000, LOG_LEVEL: "info", TRUST_PROXY: false, HP_NEWEST_MIGRATION: "" }));

test("every fault is listed at once, by name", () => {
  const faulty = { NEXTAUTH_SECRET: "short", NEXTAUTH_URL: "platser.example.org", PORT: "0", SMTP_URL: "http://mail", HP_OUTBOX: "yes" };
  const read = () => readEnv(faulty);
  for (const name of [
    "DATABASE_URL is missing",
    "NEXTAUTH_SECRET must have",
    "NEXTAUTH_URL must be",
    "PORT",
    "SMTP_URL must be",
    "HP_OUTBOX can only",
  ])
    expect(read).toThrow(name);
});

test("a fault never repeats the value, since some are secrets", () => {
  const secret = "hunter2-hunter2";
  expect(() => readEnv({ ...whole, NEXTAUTH_SECRET: secret, DATABASE_URL: `mysql://app:${secret}@db/hp` })).toThrow(
    expect.not.stringContaining(secret),
  );
});

test("an empty variable is one that is not set", () => {
  const read = readEnv({ ...whole, SMTP_URL: "", HP_OUTBOX: "", PORT: "" });
  expect([read.SMTP_URL, read.HP_OUTBOX, read.PORT]).toEqual([undefined, undefined, 3000]);
  expect(() => readEnv({ ...whole, DATABASE_URL: "" })).toThrow("DATABASE_URL is missing");
});

test("whoever sends mail says from whom", () => {
  expect(() => readEnv({ ...whole, SMTP_URL: "smtp://mail.example.org" })).toThrow("MAIL_FROM is needed");
  expect(readEnv({ ...whole, SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "svara-inte@example.org" }).SMTP_URL).toBe(
    "smtp://mail.example.org",
  );
});
