/** Lao vowels that are written before the consonant they belong to. */
const leadingVowel = /[ເແໂໃໄ]/;

/**
 * The initials of a person: of the first and the last word of the name. Brackets with what is in
 * them, signs and lower-case words ("de", "van") are no part of it. Lao has no upper case; a vowel
 * written before its consonant stays with it ("ແກ້ວ" gives "ແກ").
 */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, " ")
    .split(/[^\p{L}\p{M}\p{N}'’.]+/u)
    .filter((word) => /\p{L}/u.test(word));
  const named = words.filter((word) => !/^\P{L}*\p{Ll}/u.test(word));
  const used = named.length > 0 ? named : words;
  const first = used[0];
  const last = used.at(-1);
  const picked = first === undefined || used.length === 1 ? used : [first, last ?? first];
  return picked.map(firstLetter).join("").toUpperCase();
}

function firstLetter(word: string): string {
  const letters = word.match(/\p{L}/gu) ?? [];
  const [first = "", second = ""] = letters;
  return leadingVowel.test(first) ? first + second : first;
}
