/**
 * Folds text so that the usual spellings of a Lao or English word become the same.
 * - NFKC joins ຳ (U+0EB3 / U+0ECD U+0EB2), ໜ/ຫນ and ໝ/ຫມ; ຫຼ and ຫລ need their own rule.
 * - Sources spell ດິຈິຕອນ/ດີຈິຕອນ, ສືບຕໍ່/ສຶບຕໍ່, ປິ/ປີ: short and long i and ue become one.
 * - Tone marks are removed, because they vary and are doubled (ຕ້ັ້ງ); invisible characters and
 *   bidi controls too.
 * @returns lower-cased text with single spaces, for comparing only
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u0EC8-\u0ECC]/g, "")
    .replace(/ຫຼ/g, "ຫລ")
    .replace(/ີ/g, "ິ")
    .replace(/ື/g, "ຶ")
    .replace(/ູ/g, "ຸ")
    .replace(/\u0ECD\u0EB2/g, "ຳ")
    .replace(/ອະວຸ/g, "ອາວຸ")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** True for text with at least one Lao character. */
export function hasLao(text: string): boolean {
  return /\p{Script=Lao}/u.test(text);
}

/** Characters that reorder or hide text: refused in names and titles, removed from searches. */
const controls = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The text in NFC, trimmed, without control characters and bidi overrides. */
export function cleanText(text: string): string {
  return text.replace(controls, "").normalize("NFC").trim();
}

/** False for text that cannot be stored: it contains NUL or a lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
