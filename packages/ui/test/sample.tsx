import type { DumbbellGroup, DumbbellRow, MatrixPoint, PerceivedRow, Station, TwinFormat, WheelGroup } from "../src/index.ts";

type Triple = readonly [value: number, low: number, high: number];

/** The demo numbers of the mock-ups: id, label lines, short label, the three parties, the place, weight. */
const areas: readonly [
  id: string,
  label: readonly string[],
  short: string,
  m: Triple,
  i: Triple,
  r: Triple,
  place: Triple,
  weight: number,
][] = [
  ["work", ["Arbete och", "karriärvägar"], "Arbete", [62, 54, 70], [55, 46, 64], [58, 55, 61], [58, 54, 62], 4.6],
  ["skills", ["Kompetensförsörjning", "och lärande"], "Kompetens", [60, 51, 69], [41, 31, 51], [52, 49, 55], [51, 46, 56], 4.5],
  ["school", ["Förskola och skola"], "Skola", [66, 59, 73], [64, 56, 72], [61, 58, 64], [64, 60, 68], 4.3],
  ["service", ["Vardagsservice och", "vård"], "Service", [63, 55, 71], [57, 48, 66], [54, 51, 57], [58, 54, 62], 4.0],
  ["travel", ["Resor, pendling och", "uppkoppling"], "Resor", [55, 46, 64], [39, 29, 49], [46, 43, 49], [47, 42, 52], 3.9],
  ["leisure", ["Fritid, kultur och", "föreningsliv"], "Fritid", [71, 65, 77], [66, 58, 74], [68, 65, 71], [68, 65, 71], 3.6],
  ["nature", ["Natur, miljö och", "hälsa"], "Natur", [70, 63, 77], [79, 72, 86], [72, 69, 75], [74, 71, 77], 3.5],
  ["housing", ["Bostäder och", "boendemiljö"], "Boende", [58, 50, 66], [34, 25, 43], [44, 41, 47], [45, 41, 49], 4.5],
  ["centre", ["Centrum och", "mötesplatser"], "Centrum", [49, 40, 58], [43, 33, 53], [41, 38, 44], [44, 39, 49], 3.4],
  ["safety", ["Trygghet och skötsel"], "Trygghet", [57, 49, 65], [53, 44, 62], [48, 45, 51], [53, 49, 57], 4.2],
  ["welcome", ["Välkomnande och", "inkludering"], "Inkludering", [61, 52, 70], [40, 30, 50], [45, 42, 48], [49, 44, 54], 4.1],
  ["pride", ["Självbild, stolthet", "och berättelse"], "Självbild", [54, 44, 64], [47, 36, 58], [57, 54, 60], [53, 48, 58], 3.7],
  ["cooperation", ["Samverkan och", "genomförandekraft"], "Samverkan", [64, 57, 71], [52, 43, 61], [50, 47, 53], [55, 51, 59], 4.2],
];

const sizes = [2, 5, 3, 2, 1];

/** The wheel of the mock-up. */
export const wheelGroups: readonly WheelGroup[] = sizes.map((size, index) => {
  const from = sizes.slice(0, index).reduce((sum, value) => sum + value, 0);
  return {
    label: `Grupp ${index + 1}`,
    sectors: areas.slice(from, from + size).map(([id, label, short, m, i, r, place]) => {
      const gap = Math.abs(m[0] - i[0]);
      return {
        id,
        label,
        short,
        value: place[0],
        low: place[1],
        high: place[2],
        marks: (["municipality", "industry", "residents"] as const).map((party, lane) => {
          const [value, low, high] = [m, i, r][lane] as Triple;
          return { party, value, low, high };
        }),
        ...(gap >= 20 ? { emphasis: `${gap} poängs glapp` } : {}),
      };
    }),
  };
});

/** The wheel with a hidden group, a missing party and an unknown sector. */
export const gappyWheel: readonly WheelGroup[] = wheelGroups.map((group, g) => ({
  ...group,
  sectors: group.sectors.map((sector, s) => {
    if (g === 0 && s === 0)
      return {
        ...sector,
        marks: sector.marks.map((mark) => (mark.party === "residents" ? { ...mark, value: null, hidden: true } : mark)),
        note: "Invånarna: färre än fem svar",
      };
    if (g === 1 && s === 1) return { ...sector, marks: sector.marks.filter((mark) => mark.party !== "industry") };
    if (g === 2 && s === 2) return { ...sector, value: null, marks: [], note: "För få svar" };
    return sector;
  }),
}));

const rows: readonly DumbbellRow[] = areas.map(([id, label, , m, i]) => ({
  id,
  label: label.join(" "),
  a: { value: m[0], low: m[1], high: m[2], text: String(m[0]) },
  b: { value: i[0], low: i[1], high: i[2], text: String(i[0]) },
  gap: String(Math.abs(m[0] - i[0])),
  strong: Math.abs(m[0] - i[0]) >= 20,
}));

const size = (row: DumbbellRow) => Number(row.gap);

/** The dumbbell of the mock-up. */
export const dumbbellGroups: readonly DumbbellGroup[] = [
  { heading: "Glapp, 20 poäng och över", rows: rows.filter((row) => size(row) >= 20) },
  { heading: "Nyansskillnad, 10–19 poäng", rows: rows.filter((row) => size(row) >= 10 && size(row) < 20) },
  { heading: "Samsyn, under 10 poäng", rows: rows.filter((row) => size(row) < 10) },
];

/** The matrix of the mock-up. */
export const matrixPoints: readonly MatrixPoint[] = areas.map(([id, , short, , , , place, weight]) => ({
  id,
  label: short,
  x: place[0],
  xLow: place[1],
  xHigh: place[2],
  y: weight,
  certain: short !== "Service" && short !== "Samverkan",
}));

/** Where its fields meet. */
export const matrixSplit = { x: [53.5, 56.8], y: [3.99, 4.09] } as const;

/** Perceived and fact of the mock-up. */
export const perceivedRows: readonly PerceivedRow[] = (
  [
    ["work", "Arbete och karriärvägar", 58, 14],
    ["school", "Förskola och skola", 64, 21],
    ["safety", "Trygghet och skötsel", 53, 33],
    ["housing", "Bostäder och boendemiljö", 45, 40],
    ["service", "Vardagsservice och vård", 58, 55],
    ["nature", "Natur, miljö och hälsa", 74, 77],
    ["travel", "Resor, pendling och uppkoppling", 47, 52],
  ] as const
).map(([id, label, value, fact]) => {
  const difference = value - fact;
  return {
    id,
    label,
    perceived: { value, low: value - 4, high: value + 4 },
    fact,
    difference: difference > 0 ? `+${difference}` : `−${-difference}`,
    ...(difference >= 25 ? { strong: true, note: "självbild bättre än fakta" } : {}),
  };
});

/** The contributions of the mock-up. */
export const contributionGroups = [
  {
    heading: "Pengar",
    rows: [
      { party: "municipality", name: "Kommunen", planned: 1_975_000, text: "1 975 000 kr", shortText: "1 975 tkr" },
      {
        party: "industry",
        name: "Industrin",
        planned: 1_075_000,
        proposed: 460_000,
        text: "1 075 000 kr och 460 000 kr föreslaget",
        shortText: "1 075 tkr + 460",
      },
    ],
  },
  {
    heading: "Timmar",
    rows: [
      { party: "municipality", name: "Kommunen", planned: 640, done: 120, text: "640 timmar" },
      { party: "industry", name: "Industrin", planned: 510, done: 80, text: "510 timmar" },
    ],
  },
] as const;

/** How the twins write numbers. */
export const format: TwinFormat = {
  number: (value) => value.toLocaleString("sv-SE"),
  interval: (low, high) => `${low}–${high}`,
  missing: "För få svar",
};

/** The path of the mock-up. */
export const stations: readonly Station[] = [
  { id: "profile", name: "Profil", state: "done", detail: "46 av 48 uppgifter klara", href: "#1" },
  { id: "assessment", name: "Bedömning", state: "done", detail: "Stängd 12 nov. 2026", href: "#2" },
  { id: "situation", name: "Nuläge", state: "done", detail: "Publicerat 18 nov. 2026", href: "#3" },
  { id: "advice", name: "Råd", state: "done", detail: "Framtagna 19 nov. 2026", href: "#4" },
  { id: "plan", name: "Plan", state: "now", detail: "1 förslag väntar på er", href: "#5" },
  { id: "decision", name: "Beslut", state: "blocked", detail: "Kommunstyrelsen 9 feb. 2027" },
  { id: "follow_up", name: "Uppföljning", state: "next", detail: "Ny mätning hösten 2028", href: "#7" },
];

/** The words of its states. */
export const stateWords = { done: "klart", now: "pågår", next: "kommer", blocked: "väntar på något" } as const;

/** The steps of the scale. */
export const steps = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));
