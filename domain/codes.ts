/**
 * Is this the code of a row of the register: a period, meeting, partner, outcome or member state?
 * Letters of any script, digits, and after the first of them also `.`, `_` and `-`; at most 60
 * characters.
 */
export const isCode = (text: string): boolean => /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]{0,59}$/u.test(text);
