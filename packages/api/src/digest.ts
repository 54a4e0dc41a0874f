import { createHash } from "node:crypto";
import { canonicalJson } from "@hp/domain";

/** SHA-256 of a value's canonical JSON, in hex: equal for equal content, whatever the order of keys. */
export const digestOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

/** SHA-256 of a mailed or stored secret, in hex. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
