/**
 * Loan words that Chromium's dictionary breaks inside (ອາ|ຊຽນ, ດິຈິ|ຕອນ). An invisible WORD JOINER at the wrong break
 * keeps them whole and leaves the shaping as it is. The joiner is for the screen only: see `stripJoiners`.
 */
const joiner = "\u2060";

const words = [
  { plain: "ອາຊຽນ", kept: `ອາ${joiner}ຊຽນ` },
  { plain: "ດິຈິຕອນ", kept: `ດິ${joiner}ຈິ${joiner}ຕອນ` },
  { plain: "ດີຈິຕອນ", kept: `ດີ${joiner}ຈິ${joiner}ຕອນ` },
] as const;

/** The text with the listed loan words held together, for showing. Safe to apply twice. */
export function keepLaoWords(text: string): string {
  return words.reduce((result, word) => result.replaceAll(word.plain, word.kept), text);
}

/** The text without joiners, for searching, comparing, copying and files. */
export function stripJoiners(text: string): string {
  return text.replaceAll(joiner, "");
}
