"use client";

import { Button, LinkButton } from "@hp/ui";
import { useErrorWords } from "./error-words-provider.tsx";
import { FaultMessage } from "./fault-message.tsx";

const bare = {
  title: "Något gick fel hos oss / Something went wrong on our side",
  lead: "",
  number: "Ärendenummer / Case number",
  again: "Försök igen / Try again",
  toStart: "Till startsidan / To the start page",
};

/** Stands in for a page that could not be made. */
export function FaultPage({ digest, retry }: { readonly digest?: string; readonly retry: () => void }) {
  const words = useErrorWords() ?? bare;
  return (
    <FaultMessage words={words} number={digest}>
      <Button variant="go" onClick={retry}>
        {words.again}
      </Button>{" "}
      <LinkButton href="/">{words.toStart}</LinkButton>
    </FaultMessage>
  );
}
