import "server-only";
import type { carryOver } from "./server/carry-over";

export type Said = Parameters<typeof carryOver>[1]["entries"][number];

/** A choice for an entry at the end of its year, with a reason. */
export const say = (entryId: number, action: Said["action"], rest: Partial<Said> = {}): Said => ({
  entryId,
  version: 1,
  action,
  reason: "Not done in its year",
  into: "",
  by: "",
  ...rest,
});
