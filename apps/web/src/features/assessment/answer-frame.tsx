import type { PlaceHead } from "@hp/contracts";
import { DemoNote } from "@hp/ui";
import type { ReactNode } from "react";
import { firstFailureWords } from "../place/failure-words.ts";
import { Announcer } from "../place/form/announcer.tsx";
import { FailureWordsProvider } from "../place/form/failure-words.tsx";
import { Problem } from "../place/form/problem.tsx";
import { say } from "../place/kit.ts";

/** The narrow page of answering: made for a phone, without the path. */
export async function AnswerFrame({ head, children }: { readonly head: PlaceHead; readonly children: ReactNode }) {
  const t = await say("place.demo");
  return (
    <>
      {head.place.isDemo ? (
        <DemoNote label={t("label")} strong={t("strong")} narrow>
          {t("text")}
        </DemoNote>
      ) : null}
      <FailureWordsProvider words={await firstFailureWords()}>
        <div className="phone pt-6 pb-16">
          <Problem />
          {children}
        </div>
      </FailureWordsProvider>
      <Announcer />
    </>
  );
}
