import type { Route } from "next";
import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Signal } from "@/domain/signals";

/** The rows that a number counts, as parameters of the list's address. */
export type RowsFilter = {
  period: string[];
  stage?: (Stage | "none")[];
  status?: (Status | "none")[];
  schedule?: (Schedule | "none")[];
  state?: string[];
  outcome?: string[];
  signal?: Signal[];
};

/**
 * Builds the link to the list of these rows. The app supplies it, because it knows the list's
 * address.
 */
export type RowsHref = (filter: RowsFilter) => Route;
