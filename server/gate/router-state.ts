import "server-only";
import { z } from "zod";

/** The longest header that Next accepts. */
const longest = 40_000;

const paramType = /^(c|oc|d|[cd]i(\(\.\)|\(\.\.\)|\(\.\.\.\)|\(\.\.\)\(\.\.\)))$/;
const Segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.string().regex(paramType), z.array(z.string()).nullable()]),
]);
const marker = z.enum(["refetch", "inside-shared-layout", "metadata-only"]);
const State: z.ZodType = z.lazy(() =>
  z.tuple([
    Segment,
    z.record(z.string(), State),
    z.tuple([z.string(), z.string()]).nullish(),
    marker.nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
);

/**
 * True if Next can parse this header, in which the browser describes the page it shows. Next
 * answers 500 if it cannot.
 * @param header `next-router-state-tree`
 */
export function isRouterState(header: string): boolean {
  if (header.length > longest) return false;
  try {
    return State.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}
