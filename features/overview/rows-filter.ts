import type { Route } from "next";
import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Signal } from "@/domain/signals";

/** Which rows a number counts, in the words of the list's address. */
export type RowsFilter = {
  period: string[];
  stage?: (Stage | "none")[];
  status?: (Status | "none")[];
  schedule?: (Schedule | "none")[];
  state?: string[];
  outcome?: string[];
  signal?: Signal[];
};

/** The list of these rows; the app knows where it is. */
export type RowsHref = (filter: RowsFilter) => Route;
