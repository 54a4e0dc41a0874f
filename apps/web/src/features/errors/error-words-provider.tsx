"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ErrorWords } from "./error-words.ts";

const Words = createContext<ErrorWords | null>(null);

/** Keeps the words for a fault at hand. */
export function ErrorWordsProvider({ words, children }: { readonly words: ErrorWords; readonly children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** The words of {@link ErrorWordsProvider}; null outside it. */
export const useErrorWords = () => useContext(Words);
