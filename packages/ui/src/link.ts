import type { ElementType } from "react";

/**
 * What renders links: `"a"` (the default everywhere) or a router's link component that takes href, className,
 * aria attributes and children. Passed in, because this package knows no framework.
 */
export type LinkComponent = ElementType;

/** A link as plain data. */
export interface LinkItem {
  readonly href: string;
  readonly label: string;
  /** True for the page or filter that is shown now. */
  readonly current?: boolean;
  /** Language of the label and the target, when it is another than the page's. */
  readonly lang?: string;
}
