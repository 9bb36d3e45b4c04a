/** A stretch of text that one font can set. */
export type ScriptPart = { readonly text: string; readonly isLao: boolean };

/** Lao letters, marks and digits, and the invisible characters that stand between them. */
const lao = /[\u0E80-\u0EFF\u200B-\u200D]/;
const space = /[ \u00A0\t\n]/;
/** Anything XML 1.0 cannot hold, lone surrogates, and the joiners that only the screen needs. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u2060\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text as a file can hold it. */
export function fileText(text: string): string {
  return text.replace(unfit, "");
}

/** The lines of a text as a file can hold them. */
export function fileLines(text: string): readonly string[] {
  return fileText(text).split(/\r\n?|\n/);
}

/**
 * Cuts text where Word must change the font: the Lao font where Lao stands, the Latin one for
 * letters, digits and signs. Spaces stay with what precedes them. The parts together are the text.
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

/** Marks that stand above or below a letter take no room of their own. */
const combining = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** How many characters take room on a line. */
export function visibleLength(text: string): number {
  let length = 0;
  for (const character of text) if (!combining.test(character)) length += 1;
  return length;
}
