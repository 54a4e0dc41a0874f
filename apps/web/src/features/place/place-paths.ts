/** Where the pages of a place are. */
export function placePaths(placeId: string) {
  const place = `/plats/${placeId}`;
  const assessment = `${place}/bedomning`;
  const plan = `${place}/plan`;
  return {
    overview: place,
    people: `${place}/personer`,
    profile: `${place}/profil`,
    fact: (key: string) => `${place}/profil?uppgift=${key}#${factAnchor(key)}`,
    assessment,
    answer: `${assessment}/svara`,
    answerStep: (dimensionId: string) => `${assessment}/svara/${dimensionId}`,
    answerSummary: `${assessment}/svara/${summaryStep}`,
    situation: `${place}/nulage`,
    advice: `${place}/rad`,
    measure: (measureId: string) => `${place}/rad/${measureId}`,
    plan,
    action: (actionId: string) => `${plan}/${actionId}`,
    package: `${plan}/paket`,
    proposal: (proposalId: string) => `${plan}/paket?forslag=${proposalId}`,
    decision: `${plan}#beslut`,
    followUp: `${plan}#uppfoljning`,
    upgrade: `${place}/uppgradera`,
  };
}

/** The last step of answering: no dimension has this name, since theirs have no hyphen. */
export const summaryStep = "lamna-in";

/** The anchor of a precondition on the profile. */
export const factAnchor = (key: string) => `uppgift-${key}`;

/** The anchor of an action in the plan's table. */
export const actionAnchor = (actionId: string) => `atgard-${actionId}`;
