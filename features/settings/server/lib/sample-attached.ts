import "server-only";
import { and, eq, inArray, isNull, not, notInArray, or, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { binItems } from "@/db/schema/bin";
import { comments } from "@/db/schema/comments";
import { evidence, papers, storedFiles } from "@/db/schema/evidence";
import { milestones } from "@/db/schema/milestones";
import { sampleEntries } from "./sample-rows";

type Reader = Database | Transaction;
export type Attached = { files: number; comments: number; deadlines: number };

/**
 * Files, comments and deadlines that are removed with the sample: those on sample entries, and
 * those that sample accounts added to real ones.
 */
export async function countAttached(db: Reader): Promise<Attached> {
  return {
    files:
      (await db.$count(evidence, or(eq(evidence.isSample, true), inArray(evidence.entryId, sampleEntries(db))))) +
      (await db.$count(papers, eq(papers.isSample, true))),
    comments: await db.$count(comments, or(eq(comments.isSample, true), inArray(comments.entryId, sampleEntries(db)))),
    deadlines: await db.$count(milestones, goingMilestones(db)),
  };
}

/** What real people added to sample entries; it is removed with them. */
export async function countPeoples(db: Reader): Promise<Attached> {
  return {
    files: await db.$count(evidence, and(not(evidence.isSample), inArray(evidence.entryId, sampleEntries(db)))),
    comments: await db.$count(comments, and(not(comments.isSample), inArray(comments.entryId, sampleEntries(db)))),
    deadlines: await db.$count(
      milestones,
      and(not(milestones.isSample), inArray(milestones.entryId, sampleEntries(db))),
    ),
  };
}

/** What sample accounts added to real entries. */
export async function countOnReal(db: Reader): Promise<Attached> {
  return {
    files:
      (await db.$count(evidence, and(evidence.isSample, notInArray(evidence.entryId, sampleEntries(db))))) +
      (await db.$count(papers, eq(papers.isSample, true))),
    comments: await db.$count(comments, and(comments.isSample, notInArray(comments.entryId, sampleEntries(db)))),
    deadlines: await db.$count(
      milestones,
      and(milestones.isSample, or(isNull(milestones.entryId), notInArray(milestones.entryId, sampleEntries(db)))),
    ),
  };
}

const goingMilestones = (db: Reader) =>
  or(eq(milestones.isSample, true), inArray(milestones.entryId, sampleEntries(db)));

/**
 * Removes what `countAttached` counts. The part on sample entries would be removed with them
 * anyway.
 */
export async function removeAttached(tx: Transaction): Promise<Attached> {
  const counted = await countAttached(tx);
  await tx.delete(comments).where(or(eq(comments.isSample, true), inArray(comments.entryId, sampleEntries(tx))));
  await tx.delete(evidence).where(or(eq(evidence.isSample, true), inArray(evidence.entryId, sampleEntries(tx))));
  await tx.delete(papers).where(eq(papers.isSample, true));
  await tx.delete(milestones).where(goingMilestones(tx));
  await tx.delete(binItems).where(eq(binItems.isSample, true));
  // File content to which no row refers any more, nor anything in the bin.
  await tx.delete(storedFiles).where(
    sql`not exists (select from ${evidence} where ${evidence.sha256} = ${storedFiles.sha256})
        and not exists (select from ${papers} where ${papers.sha256} = ${storedFiles.sha256})
        and not exists (select from ${binItems}, jsonb_array_elements(${binItems.rows}) kept
          where kept -> 'row' ->> 'sha256' = ${storedFiles.sha256})`,
  );
  return counted;
}
