import { type NumberLocale, readNumber } from "../number-text.ts";

/** A form's fields: of a form in the browser, or of one that was posted. */
export type FormFields = Pick<FormData, "get" | "getAll" | "has"> & { readonly entries: () => Iterable<[string, unknown]> };

/** A field's text; empty where the form has none. */
export const text = (form: FormFields, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
/** Nothing written is null. */
export const orNull = (value: string): string | null => (value.trim() === "" ? null : value);
const locale = (form: FormFields): NumberLocale => (text(form, "locale") === "en" ? "en" : "sv");
/** A number as people write it in the form's language; null for an empty field. */
export const number = (form: FormFields, name: string): number | null => {
  // What is not a number is sent on as text, so that the answer says so about the right field.
  const raw = text(form, name);
  const value = readNumber(raw, locale(form));
  return Number.isNaN(value) ? (raw as unknown as number) : value;
};
/** A whole number that the page itself has written; 0 where there is none. */
export const whole = (form: FormFields, name: string) => Number(text(form, name) || "0");
/** The place that a form is about. */
export const place = (form: FormFields) => ({ placeId: text(form, "placeId") });
/** The key by which a form that is sent twice is carried out once. */
export const once = (form: FormFields) => ({ idempotencyKey: text(form, "idempotencyKey") });
