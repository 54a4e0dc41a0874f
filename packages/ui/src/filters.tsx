import type { LinkComponent, LinkItem } from "./link.ts";

/** Props of {@link Filters}. */
export interface FiltersProps {
  /** Name of the group of links. */
  readonly label: string;
  readonly items: readonly LinkItem[];
  readonly link?: LinkComponent;
}

/** Filters or views as links, since they live in the address. The current one is marked. */
export function Filters({ label, items, link: Link = "a" }: FiltersProps) {
  return (
    <nav aria-label={label}>
      <ul className="filters">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current === true ? "true" : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
