import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { DeadlineKind } from "../../address";

/** Days, `YYYY-MM-DD`, both inclusive. */
export type Window = { from: string; to: string };

type Column =
  | "kind"
  | "id"
  | "dueOn"
  | "endOn"
  | "isDone"
  | "isPlanned"
  | "titleEn"
  | "titleLo"
  | "about"
  | "isConfidential";

/** The common columns of all kinds of days, so that the database can sort them together. */
export function deadlineColumns(by: Readonly<Record<Column, SQL>>) {
  return {
    kind: sql<DeadlineKind>`${by.kind}::text`.as("kind"),
    /** Id of the deadline or meeting; for a rule, of the entry. */
    id: sql<number>`${by.id}::int`.as("id"),
    dueOn: sql<string | null>`(${by.dueOn})::date`.as("due_on"),
    endOn: sql<string | null>`(${by.endOn})::date`.as("end_on"),
    isDone: sql<boolean>`(${by.isDone})::boolean`.as("is_done"),
    isPlanned: sql<boolean>`(${by.isPlanned})::boolean`.as("is_planned"),
    titleEn: sql<string | null>`${by.titleEn}::text`.as("title_en"),
    titleLo: sql<string | null>`${by.titleLo}::text`.as("title_lo"),
    /** Code of the entry or meeting. */
    about: sql<string>`${by.about}::text`.as("about"),
    isConfidential: sql<boolean>`(${by.isConfidential})::boolean`.as("is_confidential"),
  };
}
