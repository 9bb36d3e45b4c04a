import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { bodies, partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { notOver } from "@/server/register/not-over";

/** The choices of a meeting's form, for those who may create one; nothing that has ended. */
export const listMeetingChoices = defineQuery({
  name: "meeting.listChoices",
  permission: "meeting.create",
  input: z.object({}),
  run: async ({ db, context }) => {
    const day = today(context);
    const [bodyRows, partnerRows, cycles, states] = await Promise.all([
      db
        .select({ id: bodies.id, en: bodies.nameEn, lo: bodies.nameLo })
        .from(bodies)
        .where(notOver(bodies.validTo, day))
        .orderBy(asc(bodies.id)),
      db
        .select({ id: partners.id, en: partners.nameEn, lo: partners.nameLo })
        .from(partners)
        .where(notOver(partners.validTo, day))
        .orderBy(asc(partners.nameEn)),
      db
        .select({ id: periods.id, en: periods.nameEn, lo: periods.nameLo })
        .from(periods)
        .where(eq(periods.kind, "work_cycle"))
        .orderBy(desc(periods.startsOn)),
      db
        .select({ id: memberStates.id, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .orderBy(asc(memberStates.protocolOrder)),
    ]);
    return { bodies: bodyRows, partners: partnerRows, cycles, states };
  },
});
