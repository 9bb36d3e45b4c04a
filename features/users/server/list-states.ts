import "server-only";
import { asc } from "drizzle-orm";
import { z } from "zod";
import { memberStates } from "@/db/schema/member-states";
import { isMemberOn } from "@/domain/member-states";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";

/** Current member states, in protocol order. */
export const listStates = defineQuery({
  name: "user.listStates",
  permission: "reference.read",
  input: z.object({}),
  run: async ({ db, context }) => {
    const rows = await db.select().from(memberStates).orderBy(asc(memberStates.protocolOrder));
    return rows
      .filter((row) => isMemberOn(row, today(context)))
      .map(({ code, nameEn, nameLo }) => ({ code, en: nameEn, lo: nameLo }));
  },
});
