import { z } from "zod";
import type { Parser, Parsers, QueryOf } from "./define-address";
import { id } from "./parsers";

/** One schema for each name; it accepts the values that an address can hold. */
type Shape<P> = { [Name in keyof P]: z.ZodType<QueryOf<P>[Name], QueryOf<P>[Name]> };

/**
 * The schema of an address's query, as the input of a query or command: each value passes its own
 * parser, every name is there and no other. It is not a member of the address, because client
 * components write addresses and must not load Zod.
 */
export function schemaOf<P extends Parsers>({ parsers }: { parsers: P }): z.ZodObject<Shape<P>, z.core.$strict> {
  const shape = Object.entries<Parser>(parsers).map(([name, parser]) => [
    name,
    z.custom((value) => isReadBack(parser, value)),
  ]);
  return z.strictObject(Object.fromEntries(shape) as Shape<P>);
}

/** True if the value is read back from an address as it was written. */
function isReadBack(parser: Parser, value: unknown): boolean {
  if (parser.type === "family") {
    const isMember = ([rowId, one]: [unknown, unknown]) => isReadBack(id, rowId) && isReadBack(parser.member, one);
    return value instanceof Map && [...value].every(isMember);
  }
  if (value === null) return parser.defaultValue === undefined;
  try {
    const read =
      parser.type === "multi"
        ? parser.parse(parser.serialize(value as never).filter((text) => text !== ""))
        : parser.parse(parser.serialize(value as never));
    return read !== null && parser.eq(read as never, value as never);
  } catch {
    // The parser was given a value of the wrong type.
    return false;
  }
}
