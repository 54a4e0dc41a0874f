import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";
import type { LinkComponent, LinkItem } from "./link.ts";

/** Props of {@link Masthead}. */
export interface MastheadProps {
  /** The product's name, and where it leads. */
  readonly home: LinkItem;
  /** Name of the navigation. */
  readonly navLabel: string;
  readonly links: readonly LinkItem[];
  /** Who is signed in, or the way in. */
  readonly who?: ReactNode;
  /** Follows the narrow column of the answering pages. */
  readonly narrow?: boolean;
  readonly link?: LinkComponent;
}

/** The head of every page. */
export function Masthead({ home, navLabel, links, who, narrow = false, link: Link = "a" }: MastheadProps) {
  return (
    <header className="masthead">
      <div className={narrow ? "phone" : "wrap"}>
        <Link className="brand" href={home.href}>
          <BrandMark />
          {home.label}
        </Link>
        {links.length === 0 ? null : (
          <nav aria-label={navLabel}>
            <ul>
              {links.map((item) => (
                <li key={item.href}>
                  <Link href={item.href} aria-current={item.current === true ? "page" : undefined}>
                    {item.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {who === undefined ? null : <div className="who">{who}</div>}
      </div>
    </header>
  );
}
