import type { ReactNode } from "react";

/** An outline, drawn in the colour of "here you are". */
export interface Outline {
  /** SVG path data. */
  readonly path: string;
  /** The path's viewBox, such as "0 0 200 170". */
  readonly viewBox: string;
}

/** Props of {@link PageHead}. */
export interface PageHeadProps {
  /** What stands above the heading: a link upwards, or a place's municipality and county. */
  readonly crumb?: ReactNode;
  readonly title: ReactNode;
  readonly outline?: Outline;
  /** What belongs to the head, such as the path. */
  readonly children?: ReactNode;
}

/** The head of a page with its one h1. */
export function PageHead({ crumb, title, outline, children }: PageHeadProps) {
  return (
    <div className="wrap place">
      <div className="place-top">
        <div>
          {crumb === undefined ? null : <p className="crumb">{crumb}</p>}
          <h1>{title}</h1>
        </div>
        {outline === undefined ? null : (
          <svg className="shape" viewBox={outline.viewBox} aria-hidden="true">
            <path className="land-here" d={outline.path} />
          </svg>
        )}
      </div>
      {children}
    </div>
  );
}
