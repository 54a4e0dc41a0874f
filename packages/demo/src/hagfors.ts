import { answerAll } from "./answers.ts";
import { fill, join, type Player, type Stage } from "./stage.ts";

/** A place in the middle of its assessment: the municipality has answered and is ready, the company is halfway. All answers are made up. */
export async function hagfors(stage: Stage, coordinator: Player): Promise<string> {
  const { placeId } = await coordinator.api.place.create({
    municipalityCode: "1783",
    localityCode: "1783TC104",
    name: "Hagfors",
    organisationName: null,
    idempotencyKey: crypto.randomUUID(),
  });
  const municipality = { kind: "municipality", name: "Hagfors kommun" } as const;
  const company = { kind: "company", name: "Norra Uvåns Stål AB" } as const;
  const join2 = (
    email: string,
    name: string,
    organisation: typeof municipality | typeof company,
    roleGroup: "administration" | "politicians" | "hr" | "management",
  ) =>
    join(stage, coordinator, placeId, {
      email: `${email}@demo.example`,
      name,
      organisation,
      roleGroup,
      role: organisation.kind === "municipality" ? "municipality_editor" : "company_editor",
    });
  const lena = await join2("lena.falk", "Lena Falk", municipality, "administration");
  const ulf = await join2("ulf.ekman", "Ulf Ekman", municipality, "politicians");
  const per = await join2("per.nyman", "Per Nyman", company, "hr");
  const camilla = await join2("camilla.ryd", "Camilla Ryd", company, "management");
  await fill(lena, placeId, {
    station: false,
    station_plan: false,
    bostadslage: "overskott",
    vakans: 9,
    tomma_hus: "manga",
    allmannytta: true,
    oseriosa_agare: null,
    gymn_ind: true,
    larcentrum: true,
    ob_omsorg: true,
    barn_ob_behov: 14,
    service_5km: true,
    tomma_lokaler: 22,
    verksamheter_centrum: 38,
    lokal_finns: true,
    arv: true,
    arv_aktor: true,
    fritidsbank: false,
    natur_lage: ["sjo", "alv", "skog"],
    civil: "starkt",
    mott_finns: true,
    inflyttade: 120,
    kopp_regional: true,
    utv_resurs: 1,
    antal_arbg: 1,
    mognad: 1,
  });
  await fill(per, placeId, {
    storsta_arbg: 24,
    storsta_antal: 780,
    fas: "stabil",
    rekryt3: 90,
    rekryt_externt: true,
    profil: ["operator", "ingenjor"],
    skiftandel: 46,
    fifo: 3,
    omstallning: true,
    int_familjer: 4,
    praktikvard: true,
  });
  const { round } = await coordinator.api.assessment.start({ placeId, mode: "quick", deadlineOn: null });
  if (round === null) throw new Error("the round did not start");
  const opinion = {
    means: { arbete: 3.1, boende: 3.6, inkludering: 2.9, identitet: 2.6, centrum: 2.2, natur: 4.4, fritid: 4.1 },
    importance: { arbete: 4.8, inkludering: 4.4, identitet: 4.5 },
  };
  await answerAll(lena, placeId, round.id, { ...opinion, seed: 11 });
  await answerAll(ulf, placeId, round.id, { ...opinion, seed: 12 });
  await lena.api.assessment.declareReady({ placeId, roundId: round.id });
  await answerAll(camilla, placeId, round.id, { ...opinion, seed: 13 }, 7);
  return placeId;
}
