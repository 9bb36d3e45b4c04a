import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { periods } from "@/db/schema/periods";
import { citations, sources } from "@/db/schema/sources";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { isOver } from "@/domain/validity";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readPartnerEntries } from "./lib/partner-entries";
import { readPartnerMeetings } from "./lib/partner-meetings";

/**
 * A partner with its instruments, plans, meetings, and its entries of past and of other periods.
 * @throws AppError NOT_FOUND
 */
export const getPartner = defineQuery({
  name: "partner.get",
  permission: "partner.read",
  input: z.object({ partnerId: rowId }),
  run: async ({ db, actor, context, input: { partnerId } }) => {
    const { id, code, kind, nameEn: en, nameLo: lo } = partners;
    const [partner] = await db.select({ id, code, kind, en, lo }).from(partners).where(eq(id, partnerId));
    if (!partner) throw new AppError("NOT_FOUND");
    const day = today(context);
    const [papers, plans, past, present, meetings] = await Promise.all([
      readInstruments(db, partnerId),
      readPlans(db, partnerId, day),
      readPartnerEntries(db, actor, { partnerId, day, isOver: true }),
      readPartnerEntries(db, actor, { partnerId, day, isOver: false }),
      readPartnerMeetings(db, actor, partnerId, day),
    ]);
    return {
      partner,
      instruments: papers.map((row) => ({ ...row, isOver: isOver(row, day) })),
      plans,
      past,
      present,
      /** Entries of all periods; `past` and `present` are limited to the rows of one page. */
      total: (past[0]?.total ?? 0) + (present[0]?.total ?? 0),
      meetings: meetings.filter((meeting) => !meeting.isToCome),
      coming: meetings.filter((meeting) => meeting.isToCome).reverse(),
      can: { write: can(actor, "instrument.write") },
    };
  },
});

export type PartnerPage = Awaited<ReturnType<typeof getPartner>>;

/** Latest first, those without a start day at the top, each with its sources. */
async function readInstruments(db: Database, partnerId: number) {
  const rows = await db
    .select()
    .from(instruments)
    .where(eq(instruments.partnerId, partnerId))
    .orderBy(sql`coalesce(${instruments.validFrom}, ${instruments.validTo}) desc nulls first`, desc(instruments.id));
  const ids = rows.map((row) => row.id);
  const { title, publisher, publishedOn, address, language } = sources;
  const cited =
    ids.length === 0
      ? []
      : await db
          .select({ instrumentId: citations.subjectId, title, publisher, publishedOn, address, language })
          .from(citations)
          .innerJoin(sources, eq(sources.id, citations.sourceId))
          .where(and(eq(citations.subject, "instruments"), inArray(citations.subjectId, ids)))
          .orderBy(asc(citations.id));
  return rows.map(({ createdAt: _made, updatedAt: _at, version: _version, ...row }) => ({
    ...row,
    sources: cited.filter(({ instrumentId }) => instrumentId === row.id).map(({ instrumentId: _id, ...one }) => one),
  }));
}

async function readPlans(db: Database, partnerId: number, day: string) {
  return db
    .select({
      id: workPlans.id,
      en: workPlans.titleEn,
      lo: workPlans.titleLo,
      state: workPlans.state,
      startsOn: periods.startsOn,
      endsOn: periods.endsOn,
      isOver: sql<boolean>`${periods.endsOn} < ${day}`,
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(eq(workPlans.partnerId, partnerId))
    .orderBy(desc(periods.startsOn), desc(workPlans.id));
}
