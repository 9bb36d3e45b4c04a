/**
 * The rules by which text is folded for searching. They stand here alone: `fold-text.ts` applies
 * them in JavaScript, and `db/fold-functions.ts` writes the same rules as a function of the
 * database. A pattern therefore uses only what both kinds of regular expression understand.
 */
export type FoldStep = {
  /** Replaces each match; `$1` stands for the first group. */
  pattern?: string;
  /** Replaces each of these letters by the one at the same place in `by`. */
  letters?: string;
  by: string;
};
/** Steps for texts in which this pattern matches; others are left as they are, which saves time. */
export type FoldGroup = { within: string; steps: readonly FoldStep[] };

const accents = "\\u0300-\\u036f";
const invisible =
  "\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb" +
  "\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0001}\\u{e0020}-\\u{e007f}";
/** Tones and other signs above and below, of Lao and of Thai. */
const tones = "\\u0e3a\\u0e48-\\u0e4c\\u0e4e\\u0eba\\u0ec8-\\u0ecc\\u0ece";
const apostrophes = "'`\\u02bc\\u2018\\u2019\\u201b\\u2032";
const spaces =
  "\\u0001-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\u0022\\u00ab\\u00bb\\u201c-\\u201f";
const dashes = "\\u002d\\u058a\\u2010-\\u2015\\u2043\\u2212";
/** Vowels that stand after, above or below their consonant. */
const signs = "\\u0eb0-\\u0ebd\\u0ecd";
const thai =
  "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมรฤลวศษสหฬอฮะาเแโใไๅๆฯ๐๑๒๓๔๕๖๗๘๙\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e4d";
const lao =
  "ກຂຂຄຄຄງຈສຊຊຊຍດຕຖທທນດຕຖທທນບປຜຝພຟພມຣຣລວສສສຫລອຮະາເແໂໃໄາໆຯ0123456789\u0eb1\u0eb4\u0eb4\u0eb6\u0eb6\u0eb8\u0eb8\u0eb1\u0ecd";
/** A syllable's last ລ or ຣ, heard as ນ: a vowel before it, none of its own after it. */
const final = `(?<=[${signs}ວອ]|[ເແໂ][ກ-ສອຮ])[ລຣ](?![${signs}]|[ວອ](?![${signs}ອ]))`;

const thaiSteps: readonly FoldStep[] = [
  { pattern: "[เເ]([ก-ฮກ-ຮ]{1,2})[\\u0e35\\u0eb5]ย", by: "$1ຽ" },
  { pattern: "\\u0e31[วວ]", by: "\u0ebbວ" },
  { pattern: "อย", by: "ຢ" },
  { letters: thai, by: lao },
];

const laoSteps: readonly FoldStep[] = [
  { letters: "\u0eb5\u0eb7\u0eb9໐໑໒໓໔໕໖໗໘໙", by: "\u0eb4\u0eb6\u0eb80123456789" },
  // ຫຼ is also spelled ຫລ, and some keyboards send the vowel before the sign.
  { pattern: "([\\u0eb1\\u0eb4-\\u0eb9\\u0ebb\\u0ecd]*)\\u0ebc+", by: "ລ$1" },
  { pattern: "\\u0eb1+ຽ", by: "ຽ" },
  { pattern: "ເເ", by: "ແ" },
  { pattern: `([${signs}\\u0ec0-\\u0ec4])\\1+`, by: "$1" },
  { pattern: "(\\u0ecd\\u0eb2)\\1+", by: "$1" },
  // Loan words, in the spellings that sources use.
  { pattern: "ອະວຸ", by: "ອາວຸ" },
  { pattern: final, by: "ນ" },
  { pattern: "ໂລ[ຈຍຢย]\\u0eb4", by: "ໂລຊ\u0eb4" },
  { pattern: "([ເແໂ][ກ-ຮ]\\u0eb4?)[ຢย]\\u0eb4(?!ນ)", by: "$1ຊ\u0eb4" },
  { pattern: "ເ[ຈຢ]ນ(?=ຊ|ເດ)", by: "ເຊນ" },
];

/** In order. The text comes in NFKD and in lower case. */
export const foldSteps: readonly (FoldStep | FoldGroup)[] = [
  // A spacing accent, typed as an apostrophe, is a space with an accent in NFKD.
  { pattern: ` [${accents}]`, by: "" },
  { pattern: `[${accents}${invisible}${tones}${apostrophes}]`, by: "" },
  { pattern: `[${spaces}]+`, by: " " },
  // Thai letters, typed by mistake or copied. `ย` is ຍ or ຢ, see `ambiguous`.
  { within: "[\\u0e00-\\u0e7f]", steps: thaiSteps },
  { within: "[\\u0e80-\\u0eff]", steps: laoSteps },
  // Full stops of abbreviations go, those within a number stay.
  { pattern: "(?<![0-9])\\.|\\.(?![0-9])", by: "" },
  // A dash stays between two numbers alone: 23-1 is neither 231 nor 2 and 31.
  { pattern: `[${dashes}]+`, by: "-" },
  { pattern: "([0-9]) ?- ?(?=[0-9])", by: "$1-" },
  { pattern: "(?<![0-9])-|-(?![0-9])", by: "" },
  { pattern: "(?<![0-9.,])0+(?=[0-9])", by: "" },
  { pattern: " +", by: " " },
  // "e government" as "e-government"; "a" and "i" are words and numbers of their own.
  { pattern: "(?<![a-z0-9])([b-hj-z]) (?=[a-z])", by: "$1" },
  { pattern: "^ | $", by: "" },
];

/**
 * Letters that are read in two ways: ຣ as ລ (ອາເມຣິກາ) or as ຮ (ໂຣງຮຽນ), Thai `ย` as ຍ or as ຢ.
 * ລ and ຮ themselves stay apart, because they tell many words from each other.
 */
export const ambiguous = "ຣย";
export const firstReading = "ລຍ";
export const otherReading = "ຮຢ";

/** A space that is not needed to keep two numbers apart. */
export const looseSpace = "(?<![0-9]) | (?![0-9])";
