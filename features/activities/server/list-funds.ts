import "server-only";
import { asc } from "drizzle-orm";
import { z } from "zod";
import { funds } from "@/db/schema/bodies";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { notOver } from "@/server/register/not-over";

/** The names of funds that are offered where a fund is typed: each once, in both languages. */
export const listFunds = defineQuery({
  name: "activity.listFunds",
  permission: "reference.read",
  input: z.object({}),
  run: async ({ db, context }): Promise<string[]> => {
    const { nameEn, nameLo, validTo } = funds;
    const rows = await db
      .select({ nameEn, nameLo })
      .from(funds)
      .where(notOver(validTo, today(context)))
      .orderBy(asc(nameEn));
    return [...new Set(rows.flatMap((row) => [row.nameEn, row.nameLo]).filter((name) => name !== null))];
  },
});
