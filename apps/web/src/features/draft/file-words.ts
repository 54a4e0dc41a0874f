/** A text with a count in it, for the browser to fill in: one for one, and one with `{count}` for any other. */
export interface CountWords {
  readonly one: string;
  readonly other: string;
}

/** The text for a count. */
export const counted = ({ one, other }: CountWords, count: number): string => (count === 1 ? one : other.replace("{count}", String(count)));

/** Texts of the part of the page that fetches the draft as a file. */
export interface ExportWords {
  readonly xlsx: string;
  readonly yaml: string;
  readonly busy: string;
  readonly done: string;
}

/** Texts of the part of the page that reads a file into the draft. */
export interface ImportWords {
  readonly choose: string;
  readonly read: string;
  readonly reading: string;
  readonly apply: string;
  readonly applying: string;
  readonly done: string;
  readonly row: string;
  readonly field: string;
  readonly problem: string;
  readonly nothing: string;
  readonly tooLarge: string;
  readonly showList: string;
  readonly problems: CountWords;
  readonly added: CountWords;
  readonly changed: CountWords;
  readonly unchanged: CountWords;
  readonly notInFile: CountWords;
}
