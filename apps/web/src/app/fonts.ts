import localFont from "next/font/local";

/** Headings, sentences and big numbers. Latin only: 44 kB. */
export const literata = localFont({
  src: "../../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  variable: "--font-literata",
});

/** Everything else. Latin only: 37 kB. */
export const sourceSans = localFont({
  src: "../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  variable: "--font-source-sans",
});
