import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { entryPriorities } from "@/db/schema/entry-parts";
import { papers } from "@/db/schema/evidence";
import { agendaItems, decisions, delegates } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { rounds } from "@/db/schema/rounds";
import { citations } from "@/db/schema/sources";
import { updates } from "@/db/schema/updates";

/** True if something in the register refers to the meeting. */
export async function hasTies(db: Database | Transaction, meetingId: number): Promise<boolean> {
  const counts = [
    await db.$count(agendaItems, eq(agendaItems.meetingId, meetingId)),
    await db.$count(decisions, eq(decisions.meetingId, meetingId)),
    await db.$count(delegates, eq(delegates.meetingId, meetingId)),
    await db.$count(rounds, eq(rounds.meetingId, meetingId)),
    await db.$count(milestones, eq(milestones.meetingId, meetingId)),
    await db.$count(papers, eq(papers.meetingId, meetingId)),
    await db.$count(updates, eq(updates.meetingId, meetingId)),
    await db.$count(entryPriorities, eq(entryPriorities.meetingId, meetingId)),
    await db.$count(citations, and(eq(citations.subject, "meetings"), eq(citations.subjectId, meetingId))),
  ];
  return counts.some((count) => count > 0);
}
