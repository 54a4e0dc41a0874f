import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The button that closes it and does nothing else. */
  readonly closeLabel: string;
}

/**
 * A native dialog: focus, Escape and the page behind are the browser's. Opened by {@link DialogButton} where the
 * browser knows invoker commands, else by `showModal()`. For what needs a look before much is touched; undo is better.
 */
export function Dialog({ id, title, children, closeLabel }: DialogProps) {
  return (
    <dialog className="dialog" id={id} aria-labelledby={`${id}-h`}>
      <div className="stack">
        <h2 className="h-sm" id={`${id}-h`}>
          {title}
        </h2>
        {children}
        <form method="dialog" className="actions">
          <Button type="submit" variant="quiet">
            {closeLabel}
          </Button>
        </form>
      </div>
    </dialog>
  );
}

/** A button that opens the dialog with the given id, without a script. */
export function DialogButton({ dialogId, ...rest }: ButtonProps & { readonly dialogId: string }) {
  // NOTE: React passes unknown lower-case attributes through; its types do not know these two yet.
  const command = { command: "show-modal", commandfor: dialogId };
  return <Button {...rest} {...command} aria-haspopup="dialog" />;
}
