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

/** The action of audit rows for denied acts, the only rows that record no change. */
export const deniedAction = "access.denied";

/** After one audit row, the same denial is not audited again for this long, in milliseconds. */
const standsFor = 60 * 60 * 1000;

export type DeniedAct = {
  /** The name of the query or command. */
  act: string;
  permission: Permission;
  /** The input as received, not yet parsed. */
  input: unknown;
};

/**
 * Counts a denied act, and audits the first one per person, permission and hour: an attack is
 * visible, while thousands of tries neither fill the log nor hold its lock. Written outside of the
 * refused transaction, which is rolled back. A failure to write never prevents the refusal itself.
 */
export async function recordDeniedAct(context: Context, denied: DeniedAct): Promise<void> {
  const { actor, afterwards } = context;
  // A denial without a person is not counted here; the doors for secrets count those.
  if (actor.userId === null) return;
  countDenied(denied.permission, actor.role);
  const write = (db: Database) => auditDenial({ ...context, db }, denied).catch(logFailure(context));
  if (afterwards) afterwards.push(write);
  else await write(context.db);
}

async function auditDenial(context: Context, { act, permission, input }: DeniedAct): Promise<void> {
  const { db, actor, asOf } = context;
  const here = { ...context, now: asOf?.askedAt ?? context.now };
  await db.transaction(async (tx) => {
    if (!(await isFirst(tx, `denied:${actor.userId}:${permission}`))) return;
    const after = { permission, act };
    await writeAudit(tx, here, deniedAction, { ...(subjectOf(input) ?? subjectOfActor(context)), after });
  });
}

/**
 * True for the first denial within the hour, across all processes. A concurrent one waits for the
 * row and gets false.
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

/** Id fields of inputs, and the table that each refers to; more specific ones come first. */
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

/** The row that the input refers to, if it holds an id that a row can have. */
function subjectOf(input: unknown): { subject: string; subjectId: number } | null {
  if (typeof input !== "object" || input === null) return null;
  for (const [name, subject] of Object.entries(subjects)) {
    const given: unknown = Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined;
    const isId = /^[1-9]\d{0,8}$/.test(String(given)) && (typeof given === "string" || typeof given === "number");
    if (isId) return { subject, subjectId: Number(given) };
  }
  return null;
}

/** The actor is the subject if the input names no row. */
const subjectOfActor = ({ actor }: Context) => ({ subject: "users", subjectId: actor.userId });

const logFailure =
  ({ requestId }: Context) =>
  (error: unknown) => {
    if (requestStore()) log().error({ event: "denied_act_not_written", requestId, err: error });
  };
