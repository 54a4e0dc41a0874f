"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

/** A link of the head: it knows by itself when its page is shown, since the head stays when pages change. */
export function NavLink({ href, ...rest }: ComponentProps<typeof Link> & { readonly href: string }) {
  const isHere = usePathname() === href;
  return <Link {...rest} href={href} prefetch={false} aria-current={isHere ? "page" : undefined} />;
}
