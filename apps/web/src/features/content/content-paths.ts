/** Where the pages of the shared content are. */
export const contentPaths = {
  overview: "/innehall",
  usage: "/innehall/anvandning",
  expectations: "/innehall/forvantningar",
  difference: (kind: "instrument" | "catalogue", from: string, to: string) =>
    `/innehall/skillnad?${new URLSearchParams({ slag: kind, fran: from, till: to })}`,
} as const;

/** Where the pages of one draft are. */
export function draftPaths(draftId: string) {
  const draft = `/innehall/utkast/${draftId}`;
  return {
    table: draft,
    measure: (key: string) => `${draft}/atgard/${key}`,
    newMeasure: `${draft}/ny-atgard`,
    effects: `${draft}/effekter`,
    questions: `${draft}/fragor`,
    dimension: (key: string) => `${draft}/fragor/${key}`,
    trial: `${draft}/prov`,
    report: (benchId: string) => `${draft}/prov?provning=${benchId}`,
    publish: `${draft}/publicera`,
    file: `${draft}/fil`,
  };
}
