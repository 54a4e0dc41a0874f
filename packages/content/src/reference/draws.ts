import { hash } from "node:crypto";

/** The numbers drawn for one field of one test place: the same for ever for the same seed, place and field. */
export interface Draw {
  /** Nearly normal, mean 0, standard deviation 1, within ±6: twelve uniforms less six. */
  readonly z: number;
  /** Uniform in [0, 1), independent of `z`. */
  readonly u: number;
}

const uniforms = 13;

/**
 * Draws for a field by hashing, so that neither order nor other fields matter.
 *
 * @param code The municipality, or `county-20` for what a county has in common.
 * @see content/reference-model.json, draws — u(k) is the k-th big-endian uint16 of SHA-256(seed|code|field) / 65536
 */
export function draw(seed: string, code: string, field: string): Draw {
  const bytes = hash("sha256", `${seed}|${code}|${field}`, "buffer");
  let z = -6;
  for (let k = 0; k < uniforms - 1; k += 1) z += bytes.readUInt16BE(2 * k) / 65_536;
  return { z, u: bytes.readUInt16BE(2 * (uniforms - 1)) / 65_536 };
}

/** `value` kept within the limits, both included. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** Rounds half up, also below zero: floor(v · 10^d + 0.5) / 10^d. */
export function roundHalfUp(value: number, decimals = 0): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5) / factor;
}
