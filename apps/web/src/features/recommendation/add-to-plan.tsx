"use client";

import type { ButtonVariant } from "@hp/ui";
import { createContext, type ReactNode, useContext } from "react";
import { CallForm } from "../place/form/call-form.tsx";

/** What every way into the plan on the page shares: once per page, instead of with each of ninety measures. */
export interface AddingContext {
  readonly placeId: string;
  readonly runId: string;
  readonly back: string;
  /** A key made for this page; each measure's own is made from it. */
  readonly baseKey: string;
  readonly words: Readonly<Record<"add" | "addShort" | "addAnyway" | "adding" | "added", string>>;
}

const Adding = createContext<AddingContext | null>(null);

/** Gives the page's ways into the plan what they share. */
export function AddingProvider({ value, children }: { readonly value: AddingContext; readonly children: ReactNode }) {
  return <Adding value={value}>{children}</Adding>;
}

/** Props of {@link AddToPlan}. */
export interface AddToPlanProps {
  readonly measureId: string;
  readonly title: string;
  /** Tells this measure's key from the others': 0 to 65,535. */
  readonly index: number;
  readonly label: "add" | "addShort" | "addAnyway";
  readonly variant?: ButtonVariant;
}

/** Puts a measure into the plan. Nothing for those who may not. */
export function AddToPlan({ measureId, title, index, label, variant }: AddToPlanProps) {
  const adding = useContext(Adding);
  if (adding === null) return null;
  const { placeId, runId, back, baseKey, words } = adding;
  return (
    <CallForm
      call="plan.addFromAdvice"
      hidden={{ placeId, runId, measureId, idempotencyKey: baseKey.slice(0, -4) + index.toString(16).padStart(4, "0") }}
      back={`${back}#${measureId}`}
      variant={variant}
      submit={words[label]}
      busy={words.adding}
      done={words.added.replace("{title}", title)}
      focusId={`${measureId}-h`}
    />
  );
}
