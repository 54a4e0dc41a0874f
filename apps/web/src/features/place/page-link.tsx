import Link from "next/link";
import type { ComponentProps } from "react";

/** A link inside the product. Pages are made anew for every reader, so nothing is fetched before it is asked for. */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
