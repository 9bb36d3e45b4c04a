import "server-only";
import { z } from "zod";

/** The longest that Next reads. */
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
 * Can Next read what this header says of the page that the browser shows? It answers 500 where it
 * cannot.
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
