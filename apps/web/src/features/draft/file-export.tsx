"use client";

import { Button } from "@hp/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { fromBase64 } from "./file-bytes.ts";
import type { ExportWords } from "./file-words.ts";
import { useDraftCall } from "./use-draft-call.ts";

/** Hands bytes to the browser as a file to keep. */
function keep({ name, mediaType, base64 }: { readonly name: string; readonly mediaType: string; readonly base64: string }): void {
  const address = URL.createObjectURL(new Blob([fromBase64(base64)], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The draft as a file, in either format. */
export function FileExport({ draftId, words }: { readonly draftId: string; readonly words: ExportWords }) {
  const call = useDraftCall();
  const [fetching, setFetching] = useState<"xlsx" | "yaml" | null>(null);
  const fetchFile = async (format: "xlsx" | "yaml") => {
    setFetching(format);
    const file = await call.run(() => trpc.draft.export.query({ draftId, format }), words.done);
    if (file !== null) keep(file);
    setFetching(null);
  };
  return (
    <div className="stack">
      <p className="actions">
        {(["xlsx", "yaml"] as const).map((format) => (
          <Button key={format} onClick={() => fetchFile(format)} busy={fetching === format} busyLabel={words.busy}>
            {words[format]}
          </Button>
        ))}
      </p>
      {call.sentence === null ? null : (
        <p className="field-error" role="alert">
          {call.sentence}
        </p>
      )}
    </div>
  );
}
