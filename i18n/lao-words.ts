/**
 * Words that the dictionary of browsers breaks in the wrong place (ອາ|ຊຽນ, ດິຈິ|ຕອນ, ໂຫຼ|ດ). An
 * invisible WORD JOINER at that place keeps them together without changing their shape. The joiner
 * is for the screen only: see `stripJoiners`.
 */
const joiner = "\u2060";

const words = [
  { plain: "ອາຊຽນ", kept: `ອາ${joiner}ຊຽນ` },
  { plain: "ດິຈິຕອນ", kept: `ດິ${joiner}ຈິ${joiner}ຕອນ` },
  { plain: "ດີຈິຕອນ", kept: `ດີ${joiner}ຈິ${joiner}ຕອນ` },
  { plain: "ດີຈີຕອນ", kept: `ດີ${joiner}ຈີ${joiner}ຕອນ` },
  { plain: "ບູລິມະສິດ", kept: `ບູ${joiner}ລິ${joiner}ມະ${joiner}ສິດ` },
  // The longer word first: it contains the other one.
  { plain: "ດາວໂຫຼດ", kept: `ດາວ${joiner}ໂຫຼ${joiner}ດ` },
  { plain: "ໂຫຼດ", kept: `ໂຫຼ${joiner}ດ` },
] as const;

/** The text with the listed loan words kept together, for display. Safe to apply twice. */
export function keepLaoWords(text: string): string {
  return words.reduce((result, word) => result.replaceAll(word.plain, word.kept), text);
}

/** The text without joiners, for searching, comparing, copying and files. */
export function stripJoiners(text: string): string {
  return text.replaceAll(joiner, "");
}
