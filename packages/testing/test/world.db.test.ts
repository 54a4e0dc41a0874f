import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, placeWith } from "../src/index.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("a place goes the whole way through the product's own procedures", async () => {
  const started = performance.now();
  const world = await placeWith(house);
  console.log(`world in ${Math.round(performance.now() - started)} ms`);
  const plan = await world.as.company_editor.api.plan.get({ placeId: world.placeId });
  expect(plan.actions).toHaveLength(1);
});
