import { crc32, inflateRawSync } from "node:zlib";
import { fileLimits } from "./file-item.ts";

/** Says that unpacking would go past a limit. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file, and once unpacked. */
  readonly size: number;
  readonly unpacked: number;
  readonly offset: number;
}

const marks = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const endLength = 22;
const longestComment = 65_535;
const stored = 0;
const deflated = 8;
const isEncrypted = (flags: number) => (flags & 1) === 1;

/** Where the directory's end mark stands. */
function endOf(view: DataView): number {
  const last = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= last; at -= 1) if (view.getUint32(at, true) === marks.end) return at;
  throw new RangeError("no directory");
}

/** The directory of a zip; sizes past four gigabytes are not understood. */
function directory(view: DataView, file: Uint8Array): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > fileLimits.parts) throw new TooLarge();
  const entries: Entry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (view.getUint32(at, true) !== marks.entry || isEncrypted(view.getUint16(at + 8, true))) throw new RangeError("no entry");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** One part, unpacked to what the directory promises and no further. */
function unpack(view: DataView, file: Uint8Array, { method, crc, size, unpacked, offset }: Entry): Uint8Array {
  if (view.getUint32(offset, true) !== marks.local) throw new RangeError("no part");
  const at = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const bytes = file.subarray(at, at + size);
  if (bytes.length !== size || (method !== stored && method !== deflated)) throw new RangeError("no such part");
  const part = method === stored ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
  if (part.length !== unpacked || crc32(part) !== crc) throw new RangeError("not what was promised");
  return part;
}

/**
 * Unpacks a zip under guard. What its directory promises is held against the limits before anything is unpacked, and nothing is
 * unpacked further than promised: neither parts that share their bytes nor a part that says too little takes more room or time.
 *
 * @param isWanted Names of the parts to unpack; the others are only named.
 * @returns Every part's name; the bytes of those wanted.
 * @throws TooLarge past a limit; another error where it is no zip, is damaged, encrypted, or names a part twice.
 */
export function unzipParts(
  file: Uint8Array,
  isWanted: (name: string) => boolean,
): { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const entries = directory(view, file);
  const names = entries.map(({ name }) => name);
  const wanted = entries.filter(({ name }) => isWanted(name));
  const sum = (list: readonly Entry[], of: (one: Entry) => number) => list.reduce((total, one) => total + of(one), 0);
  if (sum(entries, ({ size }) => size) > file.length || sum(wanted, ({ unpacked }) => unpacked) > fileLimits.unpacked) throw new TooLarge();
  if (new Set(names).size !== names.length) throw new RangeError("a part twice");
  return { names, parts: new Map(wanted.map((entry) => [entry.name, unpack(view, file, entry)])) };
}
