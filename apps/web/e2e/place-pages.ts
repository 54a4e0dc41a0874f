/** Every page of a place, by what it shows. */
export const placePages = {
  overview: (placeId: string) => `/plats/${placeId}`,
  people: (placeId: string) => `/plats/${placeId}/personer`,
  profile: (placeId: string) => `/plats/${placeId}/profil`,
  assessment: (placeId: string) => `/plats/${placeId}/bedomning`,
  answer: (placeId: string) => `/plats/${placeId}/bedomning/svara`,
  answerStep: (placeId: string) => `/plats/${placeId}/bedomning/svara/boende`,
  answerSummary: (placeId: string) => `/plats/${placeId}/bedomning/svara/lamna-in`,
  situation: (placeId: string) => `/plats/${placeId}/nulage`,
  advice: (placeId: string) => `/plats/${placeId}/rad`,
  plan: (placeId: string) => `/plats/${placeId}/plan`,
  package: (placeId: string) => `/plats/${placeId}/plan/paket`,
} as const;

/** All of them, with the page of one action. */
export const pathsOf = (placeId: string, actionId: string): string[] => [
  ...Object.values(placePages).map((path) => path(placeId)),
  `${placePages.plan(placeId)}/${actionId}`,
];
