import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../../../apps/web/", import.meta.url));
const source = fileURLToPath(new URL("../src/tokens.css", import.meta.url));

/** The fonts as the app ships them; the preview copies them beside its pages. */
export const fontFiles = ["literata", "source-sans-3"].map(
  (family) => `${web}node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`,
);

/** True when the app's Tailwind is installed beside this package, so that the stylesheet can be compiled as the app does. */
export const canCompile = existsSync(`${web}node_modules/@tailwindcss/postcss`);

/** The stylesheet as a page gets it: Tailwind's base, these tokens and components, minified, no utilities. */
export async function compileTokens(): Promise<string> {
  const fromWeb = createRequire(`${web}package.json`);
  const plugin = fromWeb("@tailwindcss/postcss") as (options: object) => object;
  const postcss = createRequire(fromWeb.resolve("@tailwindcss/postcss"))("postcss") as (plugins: object[]) => {
    process(css: string, options: object): Promise<{ css: string }>;
  };
  const css = `@import "tailwindcss" source(none);\n${readFileSync(source, "utf8")}`;
  const result = await postcss([plugin({ optimize: { minify: true } })]).process(css, { from: `${web}preview.css` });
  return result.css;
}
