/**
 * Words that the project used for several things, or that no reader knows; docs/glossary.md has the
 * terms in their place. Each pattern is tried on whole identifiers and words.
 */
const retired = [
  /^(open|read|load)?ground(s|Of)?$/i,
  /^foree?see?(n|s|All|New|Closing)?$|^foreseen$/i,
  /^reckon(s|ed|ing|ings)?$/i,
  /^(un)?settling(s|Form|Line|Lines|Fields|Choice|Refusal)?$/i,
  /^standing(s|Of|At|After|Parts|Runs)$/,
  /^shownAnew$/,
  /^takeTry$|^forgiveTries$/,
  /^kept(Words|Name|Card)$/i,
  /^judgeCard$/i,
  /^isTicked$/,
  /^(request)Note(s)?$/,
];

/** The retired words in a text, each once. */
export function retiredWordsIn(text: string): string[] {
  const words = new Set(text.match(/[A-Za-z]+/g));
  return [...words].filter((word) => retired.some((pattern) => pattern.test(word)));
}

/** The lines of a program that are nothing but comment, with their width in characters. */
export function commentLinesIn(text: string): { line: number; width: number }[] {
  return text.split("\n").flatMap((content, index) => {
    const isComment = /^\s*(\/\/|\/\*|\*|\{\/\*)/.test(content);
    return isComment ? [{ line: index + 1, width: [...content].length }] : [];
  });
}

/** True if an object literal contains another one, spread in place. */
export function objectsSpreadInPlace(text: string): boolean {
  return /[{,]\s*\.\.\.\{/.test(text);
}
