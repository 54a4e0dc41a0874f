import type { Facts } from "@hp/domain";
import { clamp, type Draw, roundHalfUp } from "./draws.ts";

/** What a formula can read: fields drawn before it and `aux.*`, all known. */
export type Known = Readonly<Record<string, Facts[string]>>;

function number(known: Known, field: string): number {
  const value = known[field];
  if (typeof value !== "number") throw new Error(`A formula needs ${field} as a number`);
  return value;
}

/** Recruitment over three years as a share of the largest company, by phase. */
const recruitmentRate: Readonly<Record<string, number>> = {
  nedlaggningshot: 0.03,
  neddragning: 0.08,
  stabil: 0.15,
  expansion: 0.35,
  nyetablering: 0.8,
};

interface Formula {
  /** The text it carries out; if the file says otherwise, loading stops. */
  readonly text: string;
  readonly compute: (known: Known, draw: Draw) => number | boolean;
}

/**
 * The formulas of reference-model.json by field. They are carried out here and never read as code; each names the text
 * it stands for, so that a changed text cannot pass unnoticed.
 */
export const formulas: Readonly<Record<string, Formula>> = {
  storsta_antal: {
    text: "round(storsta_arbg / 100 * 0.42 * inv_kommun)",
    compute: (known) => roundHalfUp((number(known, "storsta_arbg") / 100) * 0.42 * number(known, "inv_kommun")),
  },
  rekryt3: {
    text: "round(storsta_antal * rate[fas] * (0.6 + 0.8 * u)); rate: nedlaggningshot 0.03, neddragning 0.08, stabil 0.15, expansion 0.35, nyetablering 0.80; u uniform",
    compute: (known, { u }) => roundHalfUp(number(known, "storsta_antal") * (recruitmentRate[String(known.fas)] ?? 0) * (0.6 + 0.8 * u)),
  },
  syss_utrikes: {
    text: "syss_inrikes - clamp(normal(16 + 2.5 * (N03937 - 2.4), 5), 2, 40)",
    compute: (known, { z }) =>
      roundHalfUp(number(known, "syss_inrikes") - clamp(16 + 2.5 * (number(known, "aux.N03937") - 2.4) + 5 * z, 2, 40), 1),
  },
  syss_gap: {
    text: "syss_inrikes - syss_utrikes",
    compute: (known) => roundHalfUp(number(known, "syss_inrikes") - number(known, "syss_utrikes"), 1),
  },
  barn_ob_behov: {
    text: "max(0, round(inv_kommun / 1000 * skiftandel / 100 * (0.8 + 0.8 * u)))",
    compute: (known, { u }) =>
      Math.max(0, roundHalfUp((((number(known, "inv_kommun") / 1000) * number(known, "skiftandel")) / 100) * (0.8 + 0.8 * u))),
  },
  verksamheter_centrum: {
    text: "max(0, round(inv_ort / 170 * (0.7 + 0.6 * u)))",
    compute: (known, { u }) => Math.max(0, roundHalfUp((number(known, "inv_ort") / 170) * (0.7 + 0.6 * u))),
  },
  inflyttade: {
    text: "round(inv_ort * 0.02 * (0.7 + 0.6 * u))",
    compute: (known, { u }) => roundHalfUp(number(known, "inv_ort") * 0.02 * (0.7 + 0.6 * u)),
  },
  ekonomi_svag: { text: "ekonomi < 1", compute: (known) => number(known, "ekonomi") < 1 },
};
