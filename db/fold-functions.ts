import {
  ambiguous,
  type FoldGroup,
  type FoldStep,
  firstReading,
  foldSteps,
  looseSpace,
  otherReading,
} from "@/domain/fold-steps";

/** The pattern as PostgreSQL reads it, with a code for each mark that cannot be read alone. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const patternOf = (pattern: string) =>
  literal(
    pattern
      .replace(/\\u\{([0-9a-f]+)\}/g, (_all, code: string) => `\\U${code.padStart(8, "0")}`)
      .replace(/\p{Mn}/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );

function statementOf({ pattern, letters, by }: FoldStep): string {
  if (letters !== undefined) return `t := translate(t, ${literal(letters)}, ${literal(by)});`;
  return `t := regexp_replace(t, ${patternOf(pattern ?? "")}, ${literal(by.replace(/\$(\d)/g, "\\$1"))}, 'g');`;
}

function statementsOf(step: FoldStep | FoldGroup): string[] {
  if (!("within" in step)) return [statementOf(step)];
  const inner = step.steps.map((one) => `  ${statementOf(one)}`);
  return [`if t ~ ${patternOf(step.within)} then`, ...inner, "end if;"];
}

const bodyOf = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join("\n");
const declared = (name: string, lines: readonly string[], variables = "") =>
  `create function ${name}(t text) returns text language plpgsql immutable strict parallel safe as $$
${variables}begin
${bodyOf(lines)}
end
$$;`;

const reading = (by: string, of: string) => `translate(${of}, ${literal(ambiguous)}, ${literal(by)})`;
const joined = (text: string) => `regexp_replace(${text}, ${literal(looseSpace)}, '', 'g')`;

/**
 * The functions of the database that fold text as `domain/fold-text.ts` does, as a migration makes
 * them. `search_lines` is what search compares with: the folded text; the same without spaces,
 * because Lao has none between words; and once more where a letter can be read in another way.
 */
export const foldFunctions: readonly string[] = [
  declared("fold_spelling", [
    `t := lower(normalize(t, NFKD) collate "und-x-icu");`,
    ...foldSteps.flatMap(statementsOf),
    "return t;",
  ]),
  declared("fold_text", [`return ${reading(firstReading, "public.fold_spelling(t)")};`]),
  declared(
    "search_lines",
    [
      "spelling := public.fold_spelling(t);",
      "if spelling = '' then",
      "  return null;",
      "end if;",
      `folded := ${reading(firstReading, "spelling")};`,
      `t := folded || E'\\n' || ${joined("folded")};`,
      `if spelling ~ ${literal(`[${ambiguous}]`)} then`,
      `  t := t || E'\\n' || ${joined(reading(otherReading, "spelling"))};`,
      "end if;",
      "return t;",
    ],
    "declare\n  spelling text;\n  folded text;\n",
  ),
];
