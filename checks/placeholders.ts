/**
 * The argument names and tags of an ICU message, sorted and joined, for comparing two translations:
 * "{count, plural, one {# row} other {# rows}} of <b>{total}</b>" gives "<b> count total". Branches
 * of plural and select are messages too; their keywords are not names.
 */
export function placeholdersOf(message: string): string {
  const names = new Set<string>();
  for (const tag of message.matchAll(/<([a-z]\w*)>/gi)) names.add(`<${tag[1]}>`);
  collect(message, names);
  return [...names].sort().join(" ");
}

/** Reads one message: each `{` at its level opens an argument. */
function collect(message: string, names: Set<string>): void {
  for (const inner of bracesOf(message)) {
    const [name = "", kind = ""] = inner.split(",", 2).map((part) => part.trim());
    names.add(name);
    if (kind === "plural" || kind === "select" || kind === "selectordinal") {
      for (const branch of bracesOf(inner)) collect(branch, names);
    }
  }
}

/** The contents of the outermost brace pairs. */
function bracesOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "{") {
      depth += 1;
      if (depth === 1) start = index + 1;
    } else if (character === "}") {
      depth -= 1;
      if (depth === 0) found.push([...text].slice(start, index).join(""));
    }
  }
  return found;
}
