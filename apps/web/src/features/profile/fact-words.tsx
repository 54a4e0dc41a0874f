"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { NumberLocale } from "../place/number-text.ts";

/** What every field of the profile says, and where it belongs: once per page. */
export interface FactWords {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly none: string;
  readonly choose: string;
  readonly save: string;
  readonly saving: string;
  /** "Saved {time}". */
  readonly saved: string;
  readonly notSaved: string;
  readonly errorWord: string;
  readonly helpSummary: string;
  /** "For example: {example}". */
  readonly helpExample: string;
  readonly conflict: {
    readonly title: string;
    readonly caption: string;
    readonly field: string;
    readonly mine: string;
    readonly saved: string;
    readonly savedBy: string;
    readonly differs: string;
    readonly keepMine: string;
    readonly takeSaved: string;
  };
}

interface FactContext {
  readonly placeId: string;
  readonly back: string;
  readonly locale: NumberLocale;
  readonly words: FactWords;
}

const Context = createContext<FactContext | null>(null);

/** Gives the profile's fields their words and their place. */
export function FactWordsProvider({ value, children }: { readonly value: FactContext; readonly children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** What {@link FactWordsProvider} gives. */
export function useFactWords(): FactContext {
  const context = useContext(Context);
  if (context === null) throw new Error("a field of the profile stands outside FactWordsProvider");
  return context;
}
