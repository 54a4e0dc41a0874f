import { expect, test } from "vitest";
import { acceptedLocale } from "./locales.ts";

test.each([
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
  ["en-GB,en;q=0.9", "en"],
  ["de-DE,de;q=0.9,en;q=0.7,sv;q=0.8", "sv"],
  ["nb,da;q=0.8", null],
  ["sv;q=0,en", "en"],
  ["EN", "en"],
  ["*", null],
  ["", null],
  [null, null],
  [";;;,,,q=;en;q=x", null],
])("%s asks for %s", (header, expected) => expect(acceptedLocale(header)).toBe(expected));
