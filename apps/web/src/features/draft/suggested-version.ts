/** The next free version of this month, after the pattern year-month-count. */
export function suggestedVersion(taken: readonly string[], today: Date): string {
  const month = today.toISOString().slice(0, 7);
  const counts = taken.filter((one) => one.startsWith(`${month}-`)).map((one) => Number(one.slice(month.length + 1)));
  return `${month}-${Math.max(0, ...counts) + 1}`;
}
