import { sentence } from "../../condition/phrase.ts";
import { gapBand } from "../../scoring/gap.ts";
import { formatNumber, span } from "../../text/format.ts";
import type { Speaker, SpokenAtom } from "./speaker.ts";
import type { ReasonTemplate } from "./templates.ts";

const partyNames: Readonly<Record<string, string>> = {
  municipality: "The municipality gives",
  industry: "The industry gives",
  residents: "The residents give",
};
const costWords: Readonly<Record<string, string>> = { small: "small", medium: "medium-sized", large: "large" };
const gradeWords: Readonly<Record<string, string>> = {
  a: "The evidence is research on effect (grade A).",
  b: "The evidence is practice with a result or an evaluation, not research on effect (grade B).",
  c: "The evidence is practice that nobody has evaluated (grade C).",
  d: "The evidence is an expert judgement (grade D).",
};

const kronor = (say: Speaker): string =>
  `SEK\u00a0${span(formatNumber(say.amount("minSek"), "en", 0), formatNumber(say.amount("maxSek"), "en", 0))} in the first year`;
const cost = (say: Speaker): string => costWords[say.text("cost")] ?? "unknown";
const withRule = ({ statement, bareLimit, saysTheLimit }: SpokenAtom): string =>
  saysTheLimit ? statement : `${statement} (the rule: ${bareLimit})`;

function ruleFacts(say: Speaker, start: string, single: (atom: SpokenAtom) => string): string {
  const atoms = say.atoms();
  const [only] = atoms;
  const more = say.amount("more");
  if (only === undefined) return `${start} the conditions of the rule.`;
  if (atoms.length === 1 && more === 0) return `${start} ${single(only)}.`;
  const list = [...atoms.map(withRule), ...(more > 0 ? [`${more} more ${more === 1 ? "condition" : "conditions"}`] : [])];
  return `${start} ${say.join(list)}.${say.values.oneTurnsIt === true ? " It is enough that one of them changes." : ""}`;
}

function told({ statement, bareLimit, saysTheLimit, role }: SpokenAtom): string {
  if (role === "boost") return sentence(`${statement} (${saysTheLimit ? "this" : bareLimit} speaks for the measure)`);
  return sentence(`${statement} (${saysTheLimit ? "as the rule requires" : `the rule requires ${bareLimit}`})`);
}

/** One decimal where whole numbers would not add up to the gap they are said to make. */
function gapDecimals(say: Speaker): number {
  const [first, second, size] = [say.amount("municipality"), say.amount("industry"), say.amount("points")].map(Math.round);
  return Math.abs((first ?? 0) - (second ?? 0)) === size ? 0 : 1;
}

const nothing = "Nothing known about the place speaks for this measure in particular.";

/** Every reason as an English sentence, or two. */
export const englishTemplates: Record<ReasonTemplate, (say: Speaker) => string> = {
  "strongest.statement": (say) =>
    `${partyNames[say.text("party")] ?? "One party gives"} the statement ${say.statement("statementId")} ${say.number("score")} of 100.`,
  "strongest.dimension": (say) => `${say.dimension("dimensionId")} gets ${say.number("score")} of 100 in your assessment.`,
  "strongest.dimension_importance": (say) =>
    `${say.dimension("dimensionId")} gets ${say.number("score")} of 100, and you rate its importance ${say.number("importance", 1)} of 5.`,
  "strongest.dimension_fact": (say) =>
    `${say.dimension("dimensionId")} gets ${say.number("score")} of 100 in your assessment and ${say.number("fact")} of 100 in the facts.`,
  "strongest.unscored": (say) =>
    `Too few have answered about ${say.dimensionInside("dimensionId")} for a score. The measure is reckoned with the mean of the place.`,
  "strongest.gap": (say) => {
    const [municipality, industry, points] = ["municipality", "industry", "points"].map((key) => say.number(key, gapDecimals(say)));
    return `The municipality gives ${say.dimensionInside("dimensionId")} ${municipality} of 100 and the industry ${industry}: a ${gapBand(say.amount("points")) === "gap" ? "gap" : "difference"} of ${points} points.`;
  },
  "strongest.fact_gap": (say) =>
    `You give ${say.dimensionInside("dimensionId")} ${say.number("score")} of 100, but the facts give ${say.number("fact")} of 100 among municipalities in the same group.`,
  "suits.facts": (say) => say.atoms().map(told).join(" ") || nothing,
  "suits.no_obstacle": (say) => {
    const [atom] = say.atoms();
    return `No obstacle: ${atom?.statement}${atom?.outside == null ? "" : `, and the measure does not apply ${atom.outside}`}.`;
  },
  "suits.unknown": (say) => `We do not know whether it suits. The rule requires that ${say.atoms()[0]?.test}, and this is unknown.`,
  "suits.general": () => "The measure requires no special conditions.",
  "suits.nothing": () => nothing,
  "weakest.damp": (say) => `Speaks against: ${say.join(say.atoms().map(withRule))}.`,
  "weakest.unknown": (say) => `The rule requires that ${say.atoms()[0]?.test}, and this is unknown.`,
  "weakest.evidence": (say) => gradeWords[say.text("grade")] ?? "The evidence is an expert judgement.",
  "weakest.evidence_mixed": (say) => `The sources disagree about the effect (grade ${say.text("grade").toUpperCase()}, contested).`,
  "weakest.cost": (say) => `The cost is ${cost(say)}: ${kronor(say)}.`,
  "weakest.cost_weak_finances": (say) => `The cost is ${cost(say)} (${kronor(say)}) and the municipality’s finances are weak.`,
  "weakest.capacity": (say) =>
    say.values.posts === null
      ? `The measure is ${cost(say)}, and we do not know how many posts the municipality has for development.`
      : `The measure is ${cost(say)}, and the municipality has ${say.number("posts", 1)} full-time ${say.values.posts === 1 ? "post" : "posts"} for development.`,
  "weakest.common": (say) =>
    `The advice is common: ${formatNumber(say.amount("share") * 100, "en", 0)} per cent of the reference places get it.`,
  "weakest.general": () => "The effect is an expert proposal, as all effects in the catalogue are.",
  "change.closes": (say) => `If ${say.changes()}, the advice falls away. ${say.now()}`,
  "change.opens": (say) => `If ${say.changes()}, the measure may come into question. ${say.now()}`,
  "change.many": (say) =>
    `${say.number("count")} facts would have to change at once for the measure to ${say.values.opens === true ? "come into question" : "fall away"}.`,
  "change.none": () => "We find no change of the facts that would bring the measure into question.",
  "change.score_up": (say) =>
    `If the score of ${say.dimensionInside("dimensionId")} rises from ${say.number("from", 1)} to ${say.number("to", 1)} of 100, all else equal, ${say.measure("rivalId")} has caught up.`,
  "change.score_down": (say) =>
    `If the score of ${say.dimensionInside("dimensionId")} falls from ${say.number("from", 1)} to ${say.number("to", 1)} of 100, all else equal, the measure has caught up with ${say.measure("rivalId")}.`,
  "change.enters": (say) =>
    `If the score of ${say.dimensionInside("dimensionId")} ${say.amount("to") < say.amount("from") ? "falls" : "rises"} from ${say.number("from", 1)} to ${say.number("to", 1)} of 100, all else equal, the measure gets a place under Especially for your place.`,
  "change.never_enters": () =>
    "No other score of a single area that the measure works in would give it a place under Especially for your place, all else equal.",
  "change.stays": (say) => `Even with 100 of 100 for ${say.dimensionInside("dimensionId")} the advice would stay, all else equal.`,
  "change.out_of_reach": (say) =>
    `Even with 0 of 100 for ${say.dimensionInside("dimensionId")} other measures would come first, all else equal.`,
  "change.no_rival": () => "No other measure is waiting for the place.",
  "change.unscored": (say) =>
    `The measure is reckoned with the mean of the place, since ${say.dimensionInside("dimensionId")} has no score. More answers may change that.`,
  "change.weakest_dimension": (say) =>
    `The measure has its place because ${say.dimensionInside("dimensionId")} is the weakest area (${say.number("from", 1)} of 100). If it rises above ${say.number("to", 1)}, ${say.dimensionInside("nextId")} is the weakest instead.`,
  "change.retain": () => "The measure has its place because the list would otherwise lack something that makes people stay.",
  "change.kept": () => "The measure has its place by a rule for the list, not by its points.",
  "change.basic": () => "The measure belongs to the basic package (Grundpaket), and we find no fact that would take it away.",
  "change.done": () => "The measure is marked as done or decided. If the mark is removed, it is considered again.",
  "not.excluded": (say) =>
    ruleFacts(
      say,
      "Excluded now:",
      ({ statement, outside }) =>
        `${statement}, and ${outside === null ? "then the measure does not apply" : `the measure does not apply ${outside}`}`,
    ),
  "not.required": (say) =>
    ruleFacts(say, "Does not suit now:", ({ statement, limit }) => `${statement}, and the measure requires ${limit}`),
  "not.held_back": (say) => {
    const subjects = say.atoms().map((atom) => atom.subject);
    return `Answer first: ${say.amount("count") === 0 ? "the facts that are missing" : say.join(subjects)}. The measure can do harm and is held back until this is known.`;
  },
  "not.in_place": (say) => ruleFacts(say, "Exists already:", ({ statement }) => statement),
  "not.done": () => "You have done or decided this already.",
  "not.outranked": (say) =>
    `Other measures come first: this one is number ${say.number("position")} of ${say.number("possible")} possible ones outside the basic package.`,
};

const hiddenParties: Readonly<Record<string, string>> = { company: "the industry", municipality: "the municipality" };

/** The sentence in place of one that would tell a private fact: whose it is, not what it says. */
export function englishHidden(kind: string, askedOf: string): string {
  const fact = `a fact that ${hiddenParties[askedOf] ?? "one of the parties"} has not shared`;
  if (kind === "not") return `Does not apply now. It rests on ${fact}.`;
  return kind === "change" ? `May change with ${fact}.` : `Rests on ${fact}.`;
}
