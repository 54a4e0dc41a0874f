import { useCallback, useEffect, useRef, useTransition } from "react";
import { focusOn } from "./announcer.tsx";

/**
 * Shows the page anew after a change, and then moves focus: to an element that the new page has, also when the control
 * that was pressed is gone by then.
 */
export function useShowing() {
  const [isShowing, startShowing] = useTransition();
  const target = useRef<string | undefined>(undefined);
  const arrive = useCallback(() => {
    focusOn(target.current);
    target.current = undefined;
  }, []);
  useEffect(() => {
    if (!isShowing) arrive();
  }, [isShowing, arrive]);
  useEffect(() => arrive, [arrive]);
  const show = useCallback((how: () => void, focusId?: string) => {
    startShowing(how);
    target.current = focusId;
  }, []);
  return { isShowing, show };
}
