/**
 * Where to go when a call is done: `{placeId}`, `{draft.id}` and the like are taken from its answer.
 *
 * @returns The address; what the answer does not hold becomes nothing.
 */
export function nextAddress(next: string, result: unknown): string {
  return next.replaceAll(/\{([A-Za-z.]+)\}/g, (_, path: string) => {
    let value: unknown = result;
    for (const key of path.split(".")) value = Object.hasOwn(Object(value), key) ? (value as Record<string, unknown>)[key] : undefined;
    return typeof value === "string" ? value : "";
  });
}
