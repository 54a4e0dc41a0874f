"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FailureWords } from "./failure.ts";

const Words = createContext<FailureWords>({});

/** Gives the page's forms their sentences about what can go wrong: once per page, instead of with every form. */
export function FailureWordsProvider({ words, children }: { readonly words: FailureWords; readonly children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** The sentences of {@link FailureWordsProvider}. */
export const useFailureWords = () => useContext(Words);
