import "server-only";
import type { z } from "zod";
import { AppError, type ErrorCode, errorCodes, type FieldError } from "@/domain/errors";

const known = new Set<string>(errorCodes);

/** Maps Zod's kinds of issue to our codes; a schema may give a code itself as its message. */
function codeOf(issue: z.core.$ZodIssue): ErrorCode {
  // A code given by a union or schema replaces every kind of issue of that part, except bounds,
  // whose codes are more precise.
  if (known.has(issue.message) && issue.code !== "too_big" && issue.code !== "too_small")
    return issue.message as ErrorCode;
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string" ? "TOO_LONG" : "TOO_LARGE";
    case "too_small":
      // Empty text, or nothing chosen from a list: the field is empty.
      if ((issue.origin === "string" || issue.origin === "array") && Number(issue.minimum) <= 1) return "REQUIRED";
      return issue.origin === "string" ? "TOO_SHORT" : "TOO_SMALL";
    case "invalid_value":
      return "UNKNOWN_CHOICE";
    case "invalid_format":
      return issue.format === "email" ? "NOT_AN_EMAIL" : "INVALID_INPUT";
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "REQUIRED" : "INVALID_INPUT";
    default:
      return "INVALID_INPUT";
  }
}

function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  const params: Record<string, number> = {};
  if (issue.code === "too_big") params.max = Number(issue.maximum);
  if (issue.code === "too_small") params.min = Number(issue.minimum);
  return { field: issue.path.map(String).join(".") || "form", code: codeOf(issue), params };
}

/**
 * The input as parsed by its schema.
 * @throws AppError INVALID_INPUT that names every refused field
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("INVALID_INPUT", { fields: result.error.issues.map(fieldErrorOf) });
}
