/** True for text with at least one Lao character. */
export function hasLao(text: string): boolean {
  return /\p{Script=Lao}/u.test(text);
}

/** The text with Lao, Thai and full-width digits as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0e50-\u0e59\u0ed0-\u0ed9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
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
