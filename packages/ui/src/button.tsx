import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { LinkComponent } from "./link.ts";

/** `go` is the red one, one a page; `plain` has an outline; `quiet` looks like a link. */
export type ButtonVariant = "go" | "plain" | "quiet";

const classes = { go: "btn btn-go", plain: "btn", quiet: "btn btn-quiet" } as const satisfies Record<ButtonVariant, string>;

/** Props of {@link Button}. */
export interface ButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "disabled"> {
  readonly variant?: ButtonVariant;
  /** While true the button keeps its width and focus, says so to screen readers, and neither submits nor calls onClick. */
  readonly busy?: boolean;
  /** What is written while busy. Give it always (not only while busy), so that the width holds. */
  readonly busyLabel?: ReactNode;
  /** As wide as its column. */
  readonly wide?: boolean;
}

/** A button. There is no disabled state: what cannot be done now is said in words instead. */
export function Button({
  variant = "plain",
  busy = false,
  busyLabel,
  wide = false,
  type = "button",
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      onClick={busy ? undefined : onClick}
      aria-disabled={busy || undefined}
      className={classNames(classes[variant], wide && "btn-wide", className)}
    >
      <span className="btn-label">{children}</span>
      {busyLabel === undefined ? null : <span className="btn-busy">{busyLabel}</span>}
    </button>
  );
}

/** Props of {@link LinkButton}. */
export interface LinkButtonProps extends ComponentPropsWithoutRef<"a"> {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly wide?: boolean;
  readonly link?: LinkComponent;
}

/** A link that looks like a button, for what leads somewhere and changes nothing. */
export function LinkButton({ variant = "plain", wide = false, link: Link = "a", className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={classNames(classes[variant], wide && "btn-wide", className)} />;
}
