import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { compileTokens, fontFiles } from "./compile.ts";
import { pages } from "./preview-pages.tsx";

const folder = fileURLToPath(new URL("../.preview/", import.meta.url));

test("every building block is written out to be looked at in a browser: packages/ui/.preview/*.html", async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}preview.css`, fontFaces + (await compileTokens()));
  for (const file of fontFiles) copyFileSync(file, folder + basename(file));
  for (const [name, page] of Object.entries(pages)) writeFileSync(`${folder}${name}.html`, html(name, page));
  expect(Object.keys(pages).length).toBeGreaterThan(0);
});

const fontFaces = `
@font-face { font-family: Literata; src: url(literata-latin-wght-normal.woff2) format("woff2"); font-weight: 200 900; }
@font-face { font-family: "Source Sans 3"; src: url(source-sans-3-latin-wght-normal.woff2) format("woff2"); font-weight: 200 900; }
`;

function html(title: string, page: ReactNode): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="preview.css"></head><body>${renderToStaticMarkup(page)}</body></html>`;
}
