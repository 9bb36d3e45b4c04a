import { z } from "zod";
import type { Parser, Parsers, QueryOf } from "./define-address";

/** One schema for each name, which takes what the address could say and nothing else. */
type Shape<P> = { [Name in keyof P]: z.ZodType<QueryOf<P>[Name], QueryOf<P>[Name]> };

/**
 * The schema of an address's query, for the doors that are given one: each value passes its own parser, all names are there and no other.
 * Not a part of the address itself, because lists in the browser write addresses and need no Zod for that.
 */
export function schemaOf<P extends Parsers>({ parsers }: { parsers: P }): z.ZodObject<Shape<P>, z.core.$strict> {
  const shape = Object.entries<Parser>(parsers).map(([name, parser]) => [
    name,
    z.custom((value) => isSayable(parser, value)),
  ]);
  return z.strictObject(Object.fromEntries(shape) as Shape<P>);
}

/** Can an address say this value: is it read back as it was written? */
function isSayable(parser: Parser, value: unknown): boolean {
  if (parser.type === "family") {
    return (
      value instanceof Map && [...value].every(([id, one]) => Number.isInteger(id) && isSayable(parser.member, one))
    );
  }
  if (value === null) return parser.defaultValue === undefined;
  try {
    const read =
      parser.type === "multi"
        ? parser.parse(parser.serialize(value as never).filter((text) => text !== ""))
        : parser.parse(parser.serialize(value as never));
    return read !== null && parser.eq(read as never, value as never);
  } catch {
    // The parser was given a value of another kind than its own.
    return false;
  }
}
