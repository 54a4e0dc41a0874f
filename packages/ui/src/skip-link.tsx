import type { ReactNode } from "react";

/** The first link of a page: past the masthead to the element that `href` names. Seen only with focus. */
export function SkipLink({ href, children }: { readonly href: `#${string}`; readonly children: ReactNode }) {
  return (
    <a className="skip" href={href}>
      {children}
    </a>
  );
}
