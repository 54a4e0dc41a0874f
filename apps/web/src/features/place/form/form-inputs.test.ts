import { expect, test } from "vitest";
import { formInputs, isCallName } from "./form-inputs.ts";

const form = (fields: Readonly<Record<string, string | readonly string[]>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === "string" ? [value] : value) data.append(name, one);
  return data;
};

test("only what a form of an action has is in the patch; an emptied amount is unknown, not nought", () => {
  const input = formInputs["plan.updateAction"](
    form({
      placeId: "p",
      actionId: "a",
      version: "3",
      locale: "sv",
      title: "Bussar",
      municipalityCostSek: "1 100 000",
      industryCostSek: "",
      endsOn: "",
    }),
  );
  expect(input).toEqual({
    placeId: "p",
    actionId: "a",
    version: 3,
    patch: { title: "Bussar", municipalityCostSek: 1_100_000, industryCostSek: null, endsOn: null },
  });
});

test("what is not a number is sent on as it was written, so that the answer names the field", () =>
  expect(formInputs["plan.updateAction"](form({ version: "1", industryHours: "några" })).patch).toEqual({ industryHours: "några" }));

test.each([
  [{ type: "number", value: "38,5", locale: "sv" }, 38.5],
  [{ type: "integer", value: "1 450", locale: "sv" }, 1450],
  [{ type: "boolean", value: "yes" }, true],
  [{ type: "boolean", value: "no" }, false],
  [{ type: "boolean", value: "unknown" }, null],
  [{ type: "enum", value: "brist" }, "brist"],
  [{ type: "enum", value: "" }, null],
  [{ type: "number", value: "3", unknown: "on" }, null],
  [{ type: "multiEnum", value: ["sjo", "skog"] }, ["sjo", "skog"]],
  [{ type: "multiEnum", value: ["none"] }, []],
] as const)("the answer %j is %j", (fields, value) =>
  expect(formInputs["profile.setFact"](form({ ...fields, key: "k", version: "2" })).value).toEqual(value),
);

test("answers of a step come by statement, with what is not answered left out", () =>
  expect(
    formInputs["assessment.saveStep"](
      form({ dimensionId: "boende", "answer.boende-1": "4", "answer.boende-2": "cannot_judge", importance: "" }),
    ),
  ).toMatchObject({
    answers: { "boende-1": 4, "boende-2": "cannot_judge" },
    importance: null,
  }));

test.each([
  ["new:municipality", "edit", { kind: "municipality", name: "Avesta kommun" }, "municipality_editor"],
  ["new:company", "edit", { kind: "company", name: "Avesta kommun" }, "company_editor"],
  ["0199:company", "view", { id: "0199" }, "viewer"],
] as const)("an invitation to %s who may %s", (organisation, may, expected, role) =>
  expect(formInputs["member.invite"](form({ organisation, may, organisationName: "Avesta kommun", email: "a@b.se" }))).toMatchObject({
    organisation: expected,
    role,
  }),
);

test("a place is a municipality, with a locality or without", () => {
  expect(formInputs["place.create"](form({ hit: "2084:2084TC104", name: "Avesta" }))).toMatchObject({
    municipalityCode: "2084",
    localityCode: "2084TC104",
    organisationName: null,
  });
  expect(formInputs["place.create"](form({ hit: "2084:", name: "Avesta" }))).toMatchObject({
    municipalityCode: "2084",
    localityCode: null,
  });
});

test("only the names in the table are procedures of forms", () => {
  expect(isCallName("plan.addOwn")).toBe(true);
  for (const name of ["place.head", "__proto__", "constructor", "toString", ""]) expect(isCallName(name)).toBe(false);
});
