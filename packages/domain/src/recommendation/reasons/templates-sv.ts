import { sentence } from "../../condition/phrase.ts";
import { gapBand } from "../../scoring/gap.ts";
import { formatNumber, span } from "../../text/format.ts";
import type { Speaker, SpokenAtom } from "./speaker.ts";
import type { ReasonTemplate } from "./templates.ts";

const partyNames: Readonly<Record<string, string>> = { municipality: "Kommunen", industry: "Industrin", residents: "Invånarna" };
const costWords: Readonly<Record<string, string>> = { small: "liten", medium: "medelstor", large: "stor" };
const gradeWords: Readonly<Record<string, string>> = {
  a: "Underlaget är forskning om effekt (grad A).",
  b: "Underlaget är praktik med resultat eller utvärdering, inte forskning om effekt (grad B).",
  c: "Underlaget är praktik som ingen har utvärderat (grad C).",
  d: "Underlaget är en expertbedömning (grad D).",
};

const kronor = (say: Speaker): string =>
  `${span(formatNumber(say.amount("minSek"), "sv", 0), formatNumber(say.amount("maxSek"), "sv", 0))}\u00a0kronor första året`;
const cost = (say: Speaker): string => costWords[say.text("cost")] ?? "okänd";
const withRule = ({ statement, bareLimit, saysTheLimit }: SpokenAtom): string =>
  saysTheLimit ? statement : `${statement} (regeln: ${bareLimit})`;

function ruleFacts(say: Speaker, start: string, single: (atom: SpokenAtom) => string): string {
  const atoms = say.atoms();
  const [only] = atoms;
  const more = say.amount("more");
  if (only === undefined) return `${start} regelns villkor.`;
  if (atoms.length === 1 && more === 0) return `${start} ${single(only)}.`;
  const list = [...atoms.map(withRule), ...(more > 0 ? [`${more} villkor till`] : [])];
  return `${start} ${say.join(list)}.${say.values.oneTurnsIt === true ? " Det räcker att ett av dem ändras." : ""}`;
}

function told({ statement, bareLimit, saysTheLimit, role }: SpokenAtom): string {
  if (role === "boost") return sentence(`${statement} (${saysTheLimit ? "det" : bareLimit} talar för rådet)`);
  return sentence(`${statement} (${saysTheLimit ? "det kräver regeln" : `regeln kräver ${bareLimit}`})`);
}

/** One decimal where whole numbers would not add up to the gap they are said to make. */
function gapDecimals(say: Speaker): number {
  const [first, second, size] = [say.amount("municipality"), say.amount("industry"), say.amount("points")].map(Math.round);
  return Math.abs((first ?? 0) - (second ?? 0)) === size ? 0 : 1;
}

const nothing = "Inget av det som är känt om orten talar särskilt för rådet.";

/** Every reason as a Swedish sentence, or two. */
export const swedishTemplates: Record<ReasonTemplate, (say: Speaker) => string> = {
  "strongest.statement": (say) =>
    `${partyNames[say.text("party")] ?? "En part"} ger påståendet ${say.statement("statementId")} ${say.number("score")} av 100.`,
  "strongest.dimension": (say) => `${say.dimension("dimensionId")} får ${say.number("score")} av 100 i er bedömning.`,
  "strongest.dimension_importance": (say) =>
    `${say.dimension("dimensionId")} får ${say.number("score")} av 100, och ni ger det betydelsen ${say.number("importance", 1)} av 5.`,
  "strongest.dimension_fact": (say) =>
    `${say.dimension("dimensionId")} får ${say.number("score")} av 100 i er bedömning och ${say.number("fact")} av 100 i fakta.`,
  "strongest.unscored": (say) => `För få har svarat om ${say.dimensionInside("dimensionId")} för en poäng. Rådet räknar med ortens medel.`,
  "strongest.gap": (say) => {
    const [municipality, industry, points] = ["municipality", "industry", "points"].map((key) => say.number(key, gapDecimals(say)));
    return `Kommunen ger ${say.dimensionInside("dimensionId")} ${municipality} av 100 och industrin ${industry}: ${gapBand(say.amount("points")) === "gap" ? "ett glapp" : "en skillnad"} på ${points} poäng.`;
  },
  "strongest.fact_gap": (say) =>
    `Ni ger ${say.dimensionInside("dimensionId")} ${say.number("score")} av 100, men fakta ger ${say.number("fact")} av 100 bland kommuner i samma grupp.`,
  "suits.facts": (say) => say.atoms().map(told).join(" ") || nothing,
  "suits.no_obstacle": (say) => {
    const [atom] = say.atoms();
    return `Inget hinder: ${atom?.statement}${atom?.outside == null ? "" : `, och rådet gäller inte ${atom.outside}`}.`;
  },
  "suits.unknown": (say) => `Vi vet inte om rådet passar. Regeln kräver att ${say.atoms()[0]?.test}, och det är okänt.`,
  "suits.general": () => "Rådet kräver inga särskilda förutsättningar.",
  "suits.nothing": () => nothing,
  "weakest.damp": (say) => `Talar emot: ${say.join(say.atoms().map(withRule))}.`,
  "weakest.unknown": (say) => `Regeln kräver att ${say.atoms()[0]?.test}, och det är okänt.`,
  "weakest.evidence": (say) => gradeWords[say.text("grade")] ?? "Underlaget är en expertbedömning.",
  "weakest.evidence_mixed": (say) => `Källorna går isär om effekten (grad ${say.text("grade").toUpperCase()}, omtvistat).`,
  "weakest.cost": (say) => `Kostnaden är ${cost(say)}: ${kronor(say)}.`,
  "weakest.cost_weak_finances": (say) => `Kostnaden är ${cost(say)} (${kronor(say)}) och kommunens ekonomi är svag.`,
  "weakest.capacity": (say) =>
    say.values.posts === null
      ? `Åtgärden är ${cost(say)}, och vi vet inte hur många tjänster kommunen har för utveckling.`
      : `Åtgärden är ${cost(say)}, och kommunen har ${say.number("posts", 1)} ${say.values.posts === 1 ? "heltidstjänst" : "heltidstjänster"} för utveckling.`,
  "weakest.common": (say) =>
    `Rådet är vanligt: ${formatNumber(say.amount("share") * 100, "sv", 0)}\u00a0procent av jämförelseorterna får det.`,
  "weakest.general": () => "Effekten är ett expertförslag, som alla effekter i katalogen.",
  "change.closes": (say) => `Om ${say.changes()} faller rådet bort. ${say.now()}`,
  "change.opens": (say) => `Om ${say.changes()} kan rådet bli aktuellt. ${say.now()}`,
  "change.many": (say) =>
    `${say.number("count")} uppgifter skulle behöva ändras samtidigt för att rådet ska ${say.values.opens === true ? "bli aktuellt" : "falla bort"}.`,
  "change.none": () => "Vi hittar ingen ändring av uppgifterna som gör rådet aktuellt.",
  "change.score_up": (say) =>
    `Om poängen för ${say.dimensionInside("dimensionId")} stiger från ${say.number("from", 1)} till ${say.number("to", 1)} av 100, allt annat lika, är ${say.measure("rivalId")} ikapp.`,
  "change.score_down": (say) =>
    `Om poängen för ${say.dimensionInside("dimensionId")} sjunker från ${say.number("from", 1)} till ${say.number("to", 1)} av 100, allt annat lika, är rådet ikapp ${say.measure("rivalId")}.`,
  "change.enters": (say) =>
    `Om poängen för ${say.dimensionInside("dimensionId")} ${say.amount("to") < say.amount("from") ? "sjunker" : "stiger"} från ${say.number("from", 1)} till ${say.number("to", 1)} av 100, allt annat lika, får rådet en plats i Särskilt för er ort.`,
  "change.never_enters": () =>
    "Ingen annan poäng för ett enda av de områden som rådet verkar i skulle ge det en plats i Särskilt för er ort, allt annat lika.",
  "change.stays": (say) => `Även med 100 av 100 för ${say.dimensionInside("dimensionId")} skulle rådet ligga kvar, allt annat lika.`,
  "change.out_of_reach": (say) =>
    `Även med 0 av 100 för ${say.dimensionInside("dimensionId")} skulle andra råd komma före, allt annat lika.`,
  "change.no_rival": () => "Inget annat råd väntar på platsen.",
  "change.unscored": (say) =>
    `Rådet räknar med ortens medel, eftersom ${say.dimensionInside("dimensionId")} saknar poäng. Fler svar kan ändra det.`,
  "change.weakest_dimension": (say) =>
    `Rådet har sin plats för att ${say.dimensionInside("dimensionId")} är ortens svagaste dimension (${say.number("from", 1)} av 100). Stiger den över ${say.number("to", 1)} är ${say.dimensionInside("nextId")} svagast i stället.`,
  "change.retain": () => "Rådet har sin plats för att listan annars skulle sakna något som får människor att stanna.",
  "change.kept": () => "Rådet har sin plats genom en regel för listan, inte genom sina poäng.",
  "change.basic": () => "Rådet hör till Grundpaket, och vi hittar ingen uppgift som skulle ta bort det.",
  "change.done": () => "Rådet är markerat som gjort eller beslutat. Tas märkningen bort prövas det på nytt.",
  "not.excluded": (say) =>
    ruleFacts(
      say,
      "Utesluts nu:",
      ({ statement, outside }) => `${statement}, och ${outside === null ? "då gäller inte rådet" : `rådet gäller inte ${outside}`}`,
    ),
  "not.required": (say) => ruleFacts(say, "Passar inte nu:", ({ statement, limit }) => `${statement}, och rådet kräver ${limit}`),
  "not.held_back": (say) => {
    const subjects = say.atoms().map((atom) => atom.subject);
    return `Besvara först: ${say.amount("count") === 0 ? "de uppgifter som saknas" : say.join(subjects)}. Rådet kan göra skada och hålls tillbaka tills det är känt.`;
  },
  "not.in_place": (say) => ruleFacts(say, "Finns redan:", ({ statement }) => statement),
  "not.done": () => "Ni har redan gjort eller beslutat det här.",
  "not.outranked": (say) =>
    `Andra råd kommer före: det här står på plats ${say.number("position")} av ${say.number("possible")} möjliga råd utanför Grundpaket.`,
};

const hiddenParties: Readonly<Record<string, string>> = { company: "industrin", municipality: "kommunen" };

/** The sentence in place of one that would tell a private fact: whose it is, not what it says. */
export function swedishHidden(kind: string, askedOf: string): string {
  const fact = `en uppgift som ${hiddenParties[askedOf] ?? "en av parterna"} inte har delat`;
  if (kind === "not") return `Gäller inte nu. Bygger på ${fact}.`;
  return kind === "change" ? `Kan ändras av ${fact}.` : `Bygger på ${fact}.`;
}
