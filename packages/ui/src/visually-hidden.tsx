import type { ReactNode } from "react";

/** Words for those who listen, not drawn. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="vh">{children}</span>;
}
