/** A made-up person of the demo that a visitor can sign in as. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  /** What the person is, for the sign-in page. */
  readonly who: { readonly sv: string; readonly en: string };
}

/** The people that the sign-in page offers, in the order of the path. Names and companies are invented; `.example` reaches nobody. */
export const demoAccounts = [
  { email: "linnea.berg@demo.example", name: "Linnea Berg", who: { sv: "Samordnare för tre orter", en: "Coordinator of three places" } },
  {
    email: "karin.lindqvist@demo.example",
    name: "Karin Lindqvist",
    who: { sv: "Näringslivschef, Borlänge kommun", en: "Head of business, Borlänge municipality" },
  },
  {
    email: "jonas.hedman@demo.example",
    name: "Jonas Hedman",
    who: { sv: "HR-chef, Koppardals Stål AB", en: "Head of HR, Koppardals Stål AB" },
  },
  {
    email: "maria.sund@demo.example",
    name: "Maria Sund",
    who: { sv: "Platschef, Tunbäckens Papper AB", en: "Site manager, Tunbäckens Papper AB" },
  },
  {
    email: "per.nyman@demo.example",
    name: "Per Nyman",
    who: { sv: "HR-chef i Hagfors, har inte svarat än", en: "Head of HR in Hagfors, has not answered yet" },
  },
  {
    email: "astrid.ek@demo.example",
    name: "Astrid Ek",
    who: { sv: "Redaktör för frågorna och åtgärderna", en: "Editor of the questions and measures" },
  },
] as const satisfies readonly DemoAccount[];
