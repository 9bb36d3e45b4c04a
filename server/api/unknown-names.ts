import "server-only";
import { z } from "zod";

/** The schema inside optional, default and preprocess wrappers. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as unknown as { def: { innerType?: z.core.$ZodType; out?: z.core.$ZodType } };
  const inner = def.innerType ?? def.out;
  return inner ? innerOf(inner) : schema;
}

/**
 * The names in a body that its schema does not know, as paths: `parties.0.rank`. A program that
 * sends one is mistaken or probing (`__proto__`); ignoring it would hide that.
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
