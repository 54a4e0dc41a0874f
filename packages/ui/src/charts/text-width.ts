/** Advance widths of Source Sans 3, regular, in thousandths of the font size. Read out of the font file. */
const classes: readonly (readonly [width: number, characters: string])[] = [
  [205, " \u00a0\u202f"],
  [255, ",.:;ij|·’'lI!"],
  [305, "()[]f{}•-"],
  [345, "rt°/\\"],
  [425, '*?sz"”'],
  [460, "cvyx"],
  [485, "JLY–eé"],
  [504, "#$+0123456789<=>F^_aågk~ä−×±"],
  [530, "EVXÉP"],
  [550, "ASTZ`hnouöÅÄüødbpq"],
  [590, "RBCK&"],
  [620, "DG↑"],
  [655, "NUÜHOQÖØ"],
  [725, "Mw"],
  [785, "Wæ→"],
  [830, "%mÆ@—½…"],
];

const widths = new Map(classes.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)));

/** How a text is set in a chart. */
export interface TextStyle {
  /** Font size in units of the drawing. */
  readonly size: number;
  readonly bold?: boolean;
  readonly serif?: boolean;
}

/**
 * About how wide a text is drawn, in units of the drawing. Leans to the wide side (5 %), so that what is placed by it
 * also fits in the fallback fonts. Characters not known count as wide ones.
 */
export function textWidth(text: string, { size, bold = false, serif = false }: TextStyle): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? 700;
  return (sum / 1000) * size * (serif ? 1.26 : bold ? 1.05 : 1) * 1.05;
}

/**
 * Breaks a text at its spaces into lines of at most `maxWidth`. A word that is wider stands alone on its line, unbroken.
 *
 * @returns at least one line
 */
export function wrapText(text: string, maxWidth: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, style) <= maxWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
