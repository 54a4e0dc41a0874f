"use client";

import "./globals.css";
import { FaultPage } from "../features/errors/fault-page.tsx";

/** A fault in the frame itself: nobody knows the reader's language then, so it speaks both. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="sv">
      <body>
        <title>Hållbara Platser</title>
        <main>
          <FaultPage digest={error.digest} retry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
