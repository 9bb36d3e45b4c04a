import fc from "fast-check";
import type { Parser } from "./define-address";

/**
 * Sample values. Every parser of the site must read at least one of them; add one for a new kind of
 * value.
 */
const texts = [
  ...["1", "7", "25", "50", "999999999", "1.2", "2024-02-29", "today", "nobody", "all", "desk"],
  ...["LA", "TH", "ADGMIN-3", "CYCLE-2023", "ກອງປະຊຸມ-1", "none", "yes", "no"],
  ...["ດິຈິຕອນ", "%_\\", "a & b=c#d?e", "+ %2B", "a,b", "/plans?a=b&c=d", "entry.update", "plan_entries"],
  ...[
    "code,title",
    "title,code,budget",
    "code.asc",
    "title.desc",
    "title.asc",
    "name.desc",
    "signedIn.asc",
    "day.desc",
  ],
  ...["of.asc", "years.desc", "title:320", "code:60", "bodies"],
  ...["csv", "xlsx", "docx", "en", "lo", "internal", "final_confidential", "compact", "comfortable", "columns"],
  ...[
    "approved",
    "proposed",
    "draft",
    "ongoing",
    "completed",
    "on_track",
    "annual",
    "silent",
    "overdue",
    "pending",
    "submitted",
  ],
  ...["period", "state", "open", "late", "done", "milestone", "meeting", "asean", "partner", "summary", "decisions"],
  ...["carry", "drop", "merge", "create", "edit", "add", "report", "password", "everywhere", "cycle", "settings"],
  ...["entry", "restored"],
];

/** The texts above that this parser can read. */
export function examples(parser: Parser): string[] {
  if (parser.type === "family") return examples(parser.member);
  const found = texts.filter((text) => (parser.type === "multi" ? parser.parse([text]) : parser.parse(text)) !== null);
  if (found.length === 0) throw new Error("This parser reads none of the texts in address/testing.ts.");
  return found;
}

/** Values of a query for a name with this parser: each read from a text, or the default. */
export function valuesOf(parser: Parser): fc.Arbitrary<unknown> {
  const found = examples(parser);
  if (parser.type === "family") {
    const members = fc.tuple(
      fc.integer({ min: 1, max: 999_999_999 }),
      readable(parser.member, fc.constantFrom(...found)),
    );
    return fc.uniqueArray(members, { selector: ([id]) => id, maxLength: 4 }).map((pairs) => new Map(pairs));
  }
  if (parser.type === "multi") {
    const read = fc.subarray(found, { minLength: 1 }).map((some) => parser.parse(some.slice(0, 5)));
    return fc.oneof(
      fc.constant(parser.defaultValue ?? null),
      read.filter((value) => value !== null),
    );
  }
  const isFree = parser.parse("a & b") !== null;
  const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
  const read = readable(parser, isFree ? fc.oneof(fc.constantFrom(...found), anyText) : fc.constantFrom(...found));
  return parser.isRequired ? read : fc.oneof(fc.constant(parser.defaultValue ?? null), read);
}

function readable(parser: { parse: (text: string) => unknown }, from: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return from.map((text) => parser.parse(text)).filter((value) => value !== null && value !== "");
}
