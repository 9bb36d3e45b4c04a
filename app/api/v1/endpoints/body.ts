import { z } from "zod";

/**
 * The fields of a command's input that come in the body; the others come in the path and in
 * `If-Match`.
 */
export function without(schema: z.ZodObject, ...names: readonly string[]): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(schema.shape).filter(([name]) => !names.includes(name))));
}
