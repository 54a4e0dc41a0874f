import { invite, join, type Player, type Stage } from "./stage.ts";

/** A place that has just begun: open data filled in, the municipality has joined, the company's invitation waits. */
export async function hallefors(stage: Stage, coordinator: Player): Promise<string> {
  const { placeId } = await coordinator.api.place.create({
    municipalityCode: "1863",
    localityCode: "1863TC103",
    name: "Hällefors",
    organisationName: null,
    idempotencyKey: crypto.randomUUID(),
  });
  const municipality = { kind: "municipality", name: "Hällefors kommun" } as const;
  await join(stage, coordinator, placeId, {
    email: "goran.lind@demo.example",
    name: "Göran Lind",
    role: "municipality_editor",
    roleGroup: "administration",
    organisation: municipality,
  });
  await invite(coordinator, placeId, {
    email: "ida.rosen@demo.example",
    name: "Ida Rosén",
    role: "company_editor",
    roleGroup: "management",
    organisation: { kind: "company", name: "Svartälvens Rör AB" },
  });
  return placeId;
}
