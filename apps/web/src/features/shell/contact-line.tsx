import type { ReactNode } from "react";
import { env } from "../../server/env.ts";

/** Props of {@link ContactLine}. */
export interface ContactLineProps {
  /** Said with the address of those who run the service, which comes ready to be followed. */
  readonly known: (address: string, link: (words: ReactNode) => ReactNode) => ReactNode;
  /** Said when they have not given one. */
  readonly unknown: ReactNode;
}

/** How to reach those who run the service. */
export function ContactLine({ known, unknown }: ContactLineProps) {
  const { HP_CONTACT: address } = env();
  return (
    <p className="measure">{address === undefined ? unknown : known(address, (words) => <a href={`mailto:${address}`}>{words}</a>)}</p>
  );
}
