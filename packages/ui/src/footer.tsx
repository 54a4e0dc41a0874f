import type { ReactNode } from "react";
import type { LinkComponent, LinkItem } from "./link.ts";

/** Props of {@link Footer}. */
export interface FooterProps {
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** Columns of links. */
  readonly columns: readonly (readonly LinkItem[])[];
  readonly link?: LinkComponent;
}

/** The foot of every page. */
export function Footer({ title, text, columns, link: Link = "a" }: FooterProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <p>
            <strong>{title}</strong>
          </p>
          <p className="muted">{text}</p>
        </div>
        {columns.map((items) => (
          <ul key={items[0]?.href}>
            {items.map((item) => (
              <li key={item.href}>
                <Link href={item.href} lang={item.lang} hrefLang={item.lang}>
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </footer>
  );
}
