import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { rateLimits } from "@/db/schema/users";
import type { Permission } from "@/domain/permissions";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { log } from "../observability/log";
import { countDenied } from "../observability/metrics";
import { requestStore } from "../request/request-store";

/**
 * The audit log's name for an act that was denied: the only one of its rows that tells of no
 * change.
 */
export const deniedAction = "access.denied";

/** How long the first of a kind stands for those that follow, in milliseconds. */
const standsFor = 60 * 60 * 1000;

export type DeniedAct = {
  /** The query's or command's name. */
  act: string;
  permission: Permission;
  /** What was asked, as it came: nobody has read it yet. */
  input: unknown;
};

/**
 * Counts an act that a person was denied, and writes down the first of a kind for each person and
 * hour: an attack is seen, and its thousands of tries neither fill the log nor hold its lock.
 * Outside of the refused transaction, which is rolled back. It never stands in the way of the
 * refusal itself.
 */
export async function recordDeniedAct(context: Context, denied: DeniedAct): Promise<void> {
  const { actor, afterwards } = context;
  // What nobody is denied says nothing of a person; the doors count those themselves.
  if (actor.userId === null) return;
  countDenied(denied.permission, actor.role);
  const write = (db: Database) => writeDown({ ...context, db }, denied).catch(tellLog(context));
  if (afterwards) afterwards.push(write);
  else await write(context.db);
}

async function writeDown(context: Context, { act, permission, input }: DeniedAct): Promise<void> {
  const { db, actor, asOf } = context;
  const here = { ...context, now: asOf?.askedAt ?? context.now };
  await db.transaction(async (tx) => {
    if (!(await isFirst(tx, `denied:${actor.userId}:${permission}`))) return;
    const after = { permission, act };
    await writeAudit(tx, here, deniedAction, { ...(subjectOf(input) ?? subjectOfActor(context)), after });
  });
}

/**
 * Is this the first within its hour, in whichever process? Who comes at the same moment waits, and
 * is not.
 */
async function isFirst(tx: Pick<Database, "insert">, key: string): Promise<boolean> {
  const expire = Date.now() + standsFor;
  const taken = await tx
    .insert(rateLimits)
    .values({ key, points: 1, expire })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { expire },
      setWhere: sql`${rateLimits.expire} < ${Date.now()}`,
    })
    .returning({ key: rateLimits.key });
  return taken.length > 0;
}

/**
 * The names of ids in what doors are asked, and the table that each means; what is more exact comes
 * first.
 */
const subjects = {
  evidenceId: "evidence",
  paperId: "papers",
  commentId: "comments",
  deadlineId: "milestones",
  draftId: "round_drafts",
  instrumentId: "instruments",
  viewId: "saved_views",
  tokenId: "api_tokens",
  feedId: "calendar_feeds",
  userId: "users",
  entryId: "plan_entries",
  meetingId: "meetings",
  roundId: "rounds",
  planId: "work_plans",
} as const;

/** What was asked about, where its number is one that a row can have. */
function subjectOf(input: unknown): { subject: string; subjectId: number } | null {
  if (typeof input !== "object" || input === null) return null;
  for (const [name, subject] of Object.entries(subjects)) {
    const given: unknown = Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined;
    const isId = /^[1-9]\d{0,8}$/.test(String(given)) && (typeof given === "string" || typeof given === "number");
    if (isId) return { subject, subjectId: Number(given) };
  }
  return null;
}

/** Nothing in particular was asked about: the row then is about who asked. */
const subjectOfActor = ({ actor }: Context) => ({ subject: "users", subjectId: actor.userId });

const tellLog =
  ({ requestId }: Context) =>
  (error: unknown) => {
    if (requestStore()) log().error({ event: "denied_act_not_written", requestId, err: error });
  };
