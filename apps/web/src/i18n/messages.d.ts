import type messages from "../../messages/sv.json";
import type { Locale } from "./locales.ts";

declare module "next-intl" {
  interface AppConfig {
    readonly Locale: Locale;
    readonly Messages: typeof messages;
  }
}
