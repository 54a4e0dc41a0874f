import { type Catalogue, type Instrument, type Reason, reasonText } from "@hp/domain";
import { type MembershipFact, maySeeFact } from "@hp/domain/access";
import { kpiTitles } from "../content/fields.ts";
import type { Locale } from "../services.ts";

/** For whom reasons are written, over which content. */
export interface Reader {
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  /** Null for admins, who see no private fact of any place. */
  readonly member: Pick<MembershipFact, "party"> | null;
  readonly locale: Locale;
}

/** What the words of a reason need, for one reader: the fields that they may not see are named without their values. */
export function reasonContext({ instrument, catalogue, member }: Reader) {
  const isHidden = ({ visibility, askedOf }: Instrument["preconditions"][number]) =>
    !maySeeFact(member ?? { party: null }, visibility, askedOf);
  const hiddenFields = instrument.preconditions.filter(isHidden).map(({ key }) => key);
  return { instrument, catalogue, kpiTitles: kpiTitles(), hiddenFields };
}

/** Writes reasons for one reader. */
export function reasonTexts(reader: Reader): (reason: Reason) => string {
  const context = reasonContext(reader);
  return (reason) => reasonText(reason, reader.locale, context);
}
