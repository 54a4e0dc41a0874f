import { expect, test } from "vitest";
import { suggestedVersion } from "./suggested-version.ts";

const today = new Date("2026-11-25T12:00:00Z");

test.each([
  [[], "2026-11-1"],
  [["2026-10-9", "2025-11-4"], "2026-11-1"],
  [["2026-11-2", "2026-11-10", "2026-11-3"], "2026-11-11"],
])("after %j comes %s", (taken, expected) => expect(suggestedVersion(taken, today)).toBe(expected));
