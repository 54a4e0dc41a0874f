/** The largest file that is read in, in bytes. */
export const largestFile = 4 * 1024 * 1024;

/** Bytes as base64. In pieces: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = "";
  for (let from = 0; from < bytes.length; from += piece) text += String.fromCharCode(...bytes.subarray(from, from + piece));
  return btoa(text);
}

/** The bytes that base64 stands for. @throws {DOMException} for what is not base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
