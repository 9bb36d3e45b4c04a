import { z } from "zod";

/**
 * The fields of a command's input that are in the body; the others are in the path and in
 * `If-Match`.
 */
export function without(schema: z.ZodObject, ...names: readonly string[]): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(schema.shape).filter(([name]) => !names.includes(name))));
}
