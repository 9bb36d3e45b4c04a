import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { inOrderOf } from "@/db/order";
import { activityKinds, locales } from "@/domain/vocabulary";
import { createdAt, id, naturalText, oneOf, updatedAt, version } from "./columns";
import { outcomes } from "./periods";

/**
 * A study, a guideline, a training. Its stage, status and schedule in each year are stored in its
 * plan entries.
 */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    /** The register's own code, `YY-NN`; not an official number. */
    code: naturalText("code").notNull().unique(),
    titleEn: text("title_en"),
    titleLo: text("title_lo"),
    /** The language in which the title was given; the other one is a translation. */
    originalLocale: text("original_locale", { enum: locales }).notNull(),
    summaryEn: text("summary_en"),
    summaryLo: text("summary_lo"),
    kind: text("kind", { enum: activityKinds }).notNull().default("other"),
    isSample: boolean("is_sample").notNull().default(false),
    /** Written and read by the former version alone; goes with the next one. */
    searchText: text("search_text").notNull().default(""),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("activities_kind", oneOf(table.kind, activityKinds)),
    check(
      "activities_original_title",
      sql`case ${table.originalLocale} when 'lo' then ${table.titleLo} else ${table.titleEn} end is not null`,
    ),
    check("activities_original_locale", oneOf(table.originalLocale, locales)),
    // Partial, because few activities or none match; used by counts of these alone.
    index("activities_sample_idx").on(table.id).where(sql`${table.isSample}`),
    index("activities_untranslated_idx").on(table.id).where(sql`${table.titleLo} is null`),
    // The list's sort by title, as `features/activities/server/lib/order.ts` writes it.
    index("activities_title_en_idx").on(inOrderOf("en", sql`coalesce(${table.titleEn}, ${table.titleLo})`)),
    index("activities_title_lo_idx").on(inOrderOf("lo", sql`coalesce(${table.titleLo}, ${table.titleEn})`)),
  ],
);

export const activityOutcomes = pgTable(
  "activity_outcomes",
  {
    activityId: integer("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    outcomeId: integer("outcome_id")
      .notNull()
      .references(() => outcomes.id),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.outcomeId] }),
    index("activity_outcomes_outcome_idx").on(table.outcomeId),
  ],
);
