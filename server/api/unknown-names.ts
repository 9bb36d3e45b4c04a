import "server-only";
import { z } from "zod";

/** What is read of a field that is optional, has a default, or is tidied up before it is read. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as unknown as { def: { innerType?: z.core.$ZodType; out?: z.core.$ZodType } };
  const inner = def.innerType ?? def.out;
  return inner ? innerOf(inner) : schema;
}

/**
 * The names in a body that its schema does not know, with their way: `parties.0.rank`. A program
 * that writes one has misunderstood something, or tries something (`__proto__`); reading over it
 * would hide that.
 */
export function unknownNames(schema: z.core.$ZodType, value: unknown, way: readonly string[] = []): string[] {
  const read = innerOf(schema);
  if (read instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) => unknownNames(read.element, item, [...way, String(index)]));
  if (!(read instanceof z.ZodObject) || typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const here = [...way, name];
    const field = Object.hasOwn(read.shape, name) ? read.shape[name] : undefined;
    return field ? unknownNames(field, (value as Record<string, unknown>)[name], here) : [here.join(".")];
  });
}
