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

/** Joiners that the interface draws into Lao words; copied text brings them along. */
const joiners = /[\u2060\ufeff]/g;

/** Shows nothing: spaces, invisible marks, fillers and the empty Braille pattern. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}\u2800]+/u;
/** These change how the character before them is drawn: an emoji or a flag may end with one. */
const selectors = /^(\p{Variation_Selector}|[\u{e0020}-\u{e007f}])/u;

/**
 * The text in NFC, without control characters and bidi overrides, with `\n` as line break, and
 * without spaces and invisible marks at both ends. Joiners within words stay, except U+2060, which
 * stands only in what is drawn.
 */
export function cleanText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, "\n")
    .replace(controls, "")
    .replace(joiners, "")
    .normalize("NFC")
    .replace(unseen, "");
  return plain.slice(0, endOf(plain));
}

/** Where the last visible character ends. A pattern for it would take quadratic time. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0) {
    const start = end - (/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 2, end)) ? 2 : 1);
    const last = text.slice(start, end);
    if (!unseen.test(last) || selectors.test(last)) break;
    end = start;
  }
  return end;
}

/** True for text that shows nothing. */
export function isBlank(text: string): boolean {
  return cleanText(text) === "";
}

/** False for text that cannot be stored: it contains NUL or a lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
