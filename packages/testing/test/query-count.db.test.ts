import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, placeWith } from "../src/index.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("one's own places cost the same number of queries for two as for twelve", async () => {
  const { as } = await placeWith(house, "planned");
  const { api } = as.coordinator;
  let queries = 0;
  house.database.onQuery(() => {
    queries += 1;
  });
  const more = (name: string) =>
    api.place.create({
      municipalityCode: "2081",
      localityCode: "2081TC101",
      name,
      organisationName: null,
      idempotencyKey: crypto.randomUUID(),
    });
  const counted = async () => {
    queries = 0;
    const { places } = await api.portfolio.list();
    return { places: places.length, queries };
  };
  await more("Second");
  const two = await counted();
  for (let i = 3; i <= 12; i++) await more(`Place ${i}`);
  const twelve = await counted();
  expect([two.places, twelve.places]).toEqual([2, 12]);
  expect(twelve.queries).toBe(two.queries);
});

test("a plan costs the same number of queries for one action as for ten", async () => {
  const { placeId, as } = await placeWith(house, "planned");
  const { api } = as.municipality_editor;
  let queries = 0;
  house.database.onQuery(() => {
    queries += 1;
  });
  const counted = async () => {
    queries = 0;
    const { actions } = await api.plan.get({ placeId });
    return { actions: actions.length, queries };
  };
  const one = await counted();
  for (let i = 0; i < 9; i++)
    await api.plan.addOwn({ placeId, title: `More ${i}`, responsibleParty: "both", idempotencyKey: crypto.randomUUID() });
  const ten = await counted();
  expect([one.actions, ten.actions]).toEqual([1, 10]);
  expect(ten.queries).toBe(one.queries);
});
