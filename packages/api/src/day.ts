/** A calendar day as the database's date, at UTC midnight. */
export const fromDay = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** The calendar day of a database date, `YYYY-MM-DD`. */
export const toDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
