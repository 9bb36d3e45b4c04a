import "server-only";
import { asc, desc, lt } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";

/** The moments to choose from (past meetings, latest first), and the lead states. */
export const listCompareChoices = defineQuery({
  name: "meeting.compare_choices",
  permission: "meeting.read",
  input: z.object({}),
  run: async ({ db, context }) => ({
    meetings: await db
      .select({ code: meetings.code, titleEn: meetings.titleEn, titleLo: meetings.titleLo })
      .from(meetings)
      .where(lt(meetings.lastOn, today(context)))
      .orderBy(desc(meetings.lastOn), desc(meetings.id)),
    states: await db
      .select({ code: memberStates.code, nameEn: memberStates.nameEn, nameLo: memberStates.nameLo })
      .from(memberStates)
      .orderBy(asc(memberStates.nameEn)),
  }),
});

export type CompareChoices = Awaited<ReturnType<typeof listCompareChoices>>;
