import { usualLimits } from "@hp/domain";
import { answerAll, type Opinion } from "./answers.ts";
import { fill, type Invited, join, type Player, type Stage } from "./stage.ts";

const municipality = { kind: "municipality", name: "Borlänge kommun" } as const;
const steel = { kind: "company", name: "Koppardals Stål AB" } as const;
const paper = { kind: "company", name: "Tunbäckens Papper AB" } as const;
const editor = (email: string, name: string, organisation: Invited["organisation"], roleGroup: Invited["roleGroup"]): Invited => ({
  email: `${email}@demo.example`,
  name,
  organisation,
  roleGroup,
  role: organisation.kind === "municipality" ? "municipality_editor" : "company_editor",
});

const importance = {
  arbete: 4.6,
  kompetens: 4.7,
  skola: 4.3,
  boende: 4.4,
  service: 3.8,
  resor: 4.0,
  centrum: 3.4,
  fritid: 3.7,
  natur: 3.6,
  trygghet: 4.5,
  inkludering: 4.1,
  identitet: 3.9,
  samverkan: 4.0,
};
const asMunicipality = {
  arbete: 3.7,
  kompetens: 3.4,
  skola: 3.6,
  boende: 3.5,
  service: 3.8,
  resor: 3.6,
  centrum: 3.0,
  fritid: 4.0,
  natur: 4.2,
  trygghet: 2.9,
  inkludering: 3.4,
  identitet: 3.2,
  samverkan: 3.5,
};
const asSteel = {
  arbete: 3.5,
  kompetens: 2.3,
  skola: 3.4,
  boende: 2.5,
  service: 3.5,
  resor: 2.9,
  centrum: 2.7,
  fritid: 3.9,
  natur: 4.1,
  trygghet: 2.6,
  inkludering: 2.7,
  identitet: 2.8,
  samverkan: 3.0,
};
const asPaper = { ...asSteel, kompetens: 2.6, boende: 2.8, resor: 2.7, samverkan: 2.6 };
const opinion = (means: Opinion["means"], seed: number): Opinion => ({ means, importance, seed });

/** A place that has come all the way to a plan: answered by both sides, opened, advised, and half planned. All answers are made up. */
export async function borlange(stage: Stage, coordinator: Player): Promise<string> {
  const { placeId } = await coordinator.api.place.create({
    municipalityCode: "2081",
    localityCode: "2081TC101",
    name: "Borlänge",
    organisationName: "Bruksortsnätverket",
    idempotencyKey: crypto.randomUUID(),
  });
  const karin = await join(stage, coordinator, placeId, editor("karin.lindqvist", "Karin Lindqvist", municipality, "administration"));
  const jonas = await join(stage, coordinator, placeId, editor("jonas.hedman", "Jonas Hedman", steel, "hr"));
  const maria = await join(stage, coordinator, placeId, editor("maria.sund", "Maria Sund", paper, "management"));
  const colleagues = [
    [editor("anders.holm", "Anders Holm", municipality, "politicians"), asMunicipality],
    [editor("eva.norrman", "Eva Norrman", municipality, "administration"), asMunicipality],
    [editor("sara.akesson", "Sara Åkesson", municipality, "municipal_companies"), asMunicipality],
    [editor("mats.wiklund", "Mats Wiklund", steel, "management"), asSteel],
    [editor("hanna.brodin", "Hanna Brodin", steel, "employees"), asSteel],
    [editor("olle.stark", "Olle Stark", paper, "employees"), asPaper],
  ] as const;

  await fill(karin, placeId, {
    station: true,
    station_plan: false,
    bostadslage: "obalans",
    vakans: 2.1,
    tomma_hus: "fa",
    allmannytta: true,
    oseriosa_agare: false,
    gymn_ind: true,
    larcentrum: true,
    ob_omsorg: false,
    barn_ob_behov: 38,
    service_5km: true,
    tomma_lokaler: 14,
    verksamheter_centrum: 140,
    lokal_finns: true,
    arv: true,
    arv_aktor: false,
    fritidsbank: true,
    natur_lage: ["alv", "sjo", "skog"],
    civil: "medel",
    mott_finns: false,
    inflyttade: 900,
    kopp_regional: true,
    utv_resurs: 3,
    antal_arbg: 2,
    mognad: 2,
  });
  await fill(jonas, placeId, {
    storsta_arbg: 8,
    storsta_antal: 1450,
    fas: "expansion",
    rekryt3: 210,
    rekryt_externt: true,
    profil: ["operator", "underhall", "it_automation"],
    skiftandel: 38,
    fifo: 7,
    omstallning: true,
    int_familjer: 12,
    praktikvard: true,
    avstand_bruk: 4,
    miljo: "markbar",
  });
  await fill(maria, placeId, { mv_pk: null });

  const { round } = await coordinator.api.assessment.start({ placeId, mode: "full", deadlineOn: null });
  if (round === null) throw new Error("the round did not start");
  await answerAll(karin, placeId, round.id, opinion(asMunicipality, 1));
  await answerAll(jonas, placeId, round.id, opinion(asSteel, 2));
  await answerAll(maria, placeId, round.id, opinion(asPaper, 3));
  let seed = 4;
  for (const [person, means] of colleagues) {
    const colleague = await join(stage, coordinator, placeId, person);
    await answerAll(colleague, placeId, round.id, opinion(means, seed));
    seed += 1;
  }
  await karin.api.assessment.declareReady({ placeId, roundId: round.id });
  await jonas.api.assessment.declareReady({ placeId, roundId: round.id });
  await coordinator.api.assessment.open({ placeId, roundId: round.id, version: round.version });
  const advice = await karin.api.recommendation.run({ placeId });
  if (advice.kind === "run")
    await plan(
      placeId,
      advice.runId,
      advice.advised.map((item) => item.id),
      karin,
      jonas,
    );
  return placeId;
}

/** Three pieces of the advice in the plan: two that are worked out, and one that still needs its details. */
async function plan(placeId: string, runId: string, measures: readonly string[], karin: Player, jonas: Player): Promise<void> {
  const [first, second, third] = measures;
  if (first === undefined || second === undefined || third === undefined) return;
  const add = (player: Player, measureId: string) =>
    player.api.plan.addFromAdvice({ placeId, runId, measureId, idempotencyKey: crypto.randomUUID() });
  const one = await add(karin, first);
  await karin.api.plan.updateAction({
    placeId,
    actionId: one.id,
    version: one.version,
    patch: {
      responsibleName: "Eva Norrman",
      startsOn: "2027-01-11",
      endsOn: "2027-12-17",
      status: "planned",
      note: "Börja med att fråga dem som redan arbetar skift.",
    },
  });
  const two = await add(jonas, second);
  await jonas.api.plan.updateAction({
    placeId,
    actionId: two.id,
    version: two.version,
    patch: { responsibleName: "Mats Wiklund", startsOn: "2027-03-01", endsOn: "2028-06-30", status: "planned" },
  });
  await add(karin, third);
  // What the two can carry in three years: the worker answers when it is there.
  const budget = { sekByYear: [9_000_000, 9_000_000, 9_000_000], hoursByYear: [] };
  await jonas.api.proposal.ask({
    placeId,
    runId,
    limits: { ...usualLimits(2027), budgets: { municipality: budget, industry: budget } },
    idempotencyKey: crypto.randomUUID(),
  });
}
