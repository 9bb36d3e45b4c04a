/** A part of a text that is set in one font. */
export type ScriptPart = { readonly text: string; readonly isLao: boolean };

/** Lao letters, marks and digits, and the invisible characters between them. */
const lao = /[\u0E80-\u0EFF\u200B-\u200D]/;
const space = /[ \u00A0\t\n]/;
/**
 * Characters that XML 1.0 cannot hold, lone surrogates, and joiners that are only used on screen.
 */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u2060\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text without characters that a file cannot hold. */
export function fileText(text: string): string {
  return text.replace(unfit, "");
}

/** The lines of a text, without characters that a file cannot hold. */
export function fileLines(text: string): readonly string[] {
  return fileText(text).split(/\r\n?|\n/);
}

/**
 * Splits text where Word has to change the font: the Lao font for Lao, the Latin one for letters,
 * digits and signs. Spaces belong to the part before them. The joined parts equal the text.
 */
export function scriptParts(text: string): readonly ScriptPart[] {
  const parts: { text: string; isLao: boolean }[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last && space.test(character)) {
      last.text += character;
      continue;
    }
    const isLao = lao.test(character);
    if (last?.isLao === isLao) last.text += character;
    else parts.push({ text: character, isLao });
  }
  return parts;
}

/** Marks above or below a letter, which take no room. */
const combining = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Number of characters that take room on a line. */
export function visibleLength(text: string): number {
  let length = 0;
  for (const character of text) if (!combining.test(character)) length += 1;
  return length;
}
