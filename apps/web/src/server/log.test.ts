import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog, describeError, scrub } from "./log.ts";

function capture() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { log: createLog("info", stream), lines };
}

test("a call is logged as id, path, duration and outcome", () => {
  const { log, lines } = capture();
  log.info(
    { requestId: "7e2d8cb0-9631-49da-9aed-2a589fe6c8af", path: "plan.addOwn", type: "mutation", durationMs: 12, outcome: "ok" },
    "call",
  );
  expect(lines).toEqual([
    {
      level: "info",
      time: expect.any(String),
      requestId: "7e2d8cb0-9631-49da-9aed-2a589fe6c8af",
      path: "plan.addOwn",
      type: "mutation",
      durationMs: 12,
      outcome: "ok",
      msg: "call",
    },
  ]);
});

test("a field that is not on the list stays out, whatever it is called", () => {
  const { log, lines } = capture();
  log.info(
    { email: "karin@kommun.example", name: "Karin", token: "abc", body: { note: "x" }, input: 1, userId: "u", outcome: "ok" },
    "call",
  );
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(["level", "msg", "outcome", "time"]);
});

test("an error keeps its name, code and place in the code, and loses addresses, passwords and tokens", () => {
  const token = "x".repeat(43);
  const cause = Object.assign(new Error(`to karin@kommun.example\nKey (email)=(karin@kommun.example)`), { code: "P2002" });
  const { log, lines } = capture();
  log.error({ requestId: "r", err: new Error(`connect postgres://app:hunter2@db/hp with ${token}`, { cause }) }, "fault");
  const text = JSON.stringify(lines);
  for (const secret of ["karin", "hunter2", token]) expect(text).not.toContain(secret);
  expect(lines[0]?.err).toMatchObject({
    type: "Error",
    message: "connect postgres://[secret]@db/hp with [token]",
    cause: { code: "P2002", message: "to [address]" },
  });
  expect(text).toContain("log.test.ts");
});

test("what is thrown and is no error tells its type only", () => expect(describeError("karin@kommun.example")).toEqual({ type: "string" }));

test.each([
  ["sent to Åsa <asa.berg@sub.kommun.example>", "sent to Åsa <[address]>"],
  ["smtp://user:p%40ss@mail:587 refused", "smtp://[secret]@mail:587 refused"],
  ["/logga-in/bekrafta?token=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE", "/logga-in/bekrafta?token=[token]"],
  ["plan.updateAction", "plan.updateAction"],
])("%s is scrubbed", (text, expected) => expect(scrub(text)).toBe(expected));
