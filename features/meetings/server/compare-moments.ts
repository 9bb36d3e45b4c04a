import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { endOf } from "@/db/past/ensure-past";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { type Change, type ChangeKind, compareSides } from "@/domain/comparison";
import { type AsOf, lookBack, onItsRegister, resolveBoth } from "@/server/as-of";
import { type Context, today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { type ReadSide, readSide } from "./parts/read-side";

/** A page to read, not a copy of the register. */
const most = 1_000;

export type ComparedEntry = Pick<
  ReadSide,
  "id" | "code" | "titleEn" | "titleLo" | "original" | "isSample" | "planEn" | "planLo" | "lead"
> & {
  /** Whether the register still holds it at the later moment. */
  isThere: boolean;
  changes: readonly Change[];
  kinds: readonly ChangeKind[];
  decisions: readonly DecisionBetween[];
};

type DecisionBetween = Awaited<ReturnType<typeof readDecisionsBetween>>[number];

/**
 * What changed between two moments, in what the reader may see: by lead state, then by code.
 * @throws AppError AS_OF_… for a moment that cannot be shown, AS_OF_ORDER where the first is not the earlier one
 */
export const compareMoments = defineQuery({
  name: "meeting.compare",
  permission: "meeting.read",
  input: z.object({ from: z.string().max(60), to: z.string().max(60), state: z.string().length(2).nullable() }),
  run: async ({ db, actor, input, context }) => {
    const [from, to] = await resolveBoth(db, input, context.now);
    const changed = await changedBetween(db, from, to, input.state);
    const ids = changed.slice(0, most);
    const [before, after, said, states] = await Promise.all([
      readAt(context, from, ids),
      to ? readAt(context, to, ids) : readSide(db, actor, ids),
      readDecisionsBetween(db, ids, from.day, to?.day ?? today(context)),
      readStates(db),
    ]);
    const entries = ids.flatMap((id): ComparedEntry[] => {
      const entry = compared(
        before.get(id) ?? null,
        after.get(id) ?? null,
        said.filter(({ entryId }) => entryId === id),
      );
      return entry && (input.state === null || entry.lead === input.state) ? [entry] : [];
    });
    const placeOf = (code: string | null) => states.findIndex((state) => state.code === code) >>> 0;
    entries.sort((a, b) => placeOf(a.lead) - placeOf(b.lead) || a.code.localeCompare(b.code) || a.id - b.id);
    return { from, to, entries, states, isCut: changed.length > most };
  },
});

export type Comparison = Awaited<ReturnType<typeof compareMoments>>;

async function readAt(context: Context, moment: AsOf, ids: readonly number[]) {
  const past = await lookBack(context, moment);
  return onItsRegister(past, (db) => readSide(db, past.actor, ids));
}

/** Without a version between them, two moments of an entry are alike. One more than are shown tells that there are more. */
async function changedBetween(db: Database, from: AsOf, to: AsOf | null, state: string | null): Promise<number[]> {
  const until = to ? sql`and v.valid_from < ${endOf(to).toISOString()}` : sql``;
  const ofState = state
    ? sql`and exists (select from entry_parties p join member_states s on s.id = p.member_state_id
        where p.entry_id = v.entry_id and p.role = 'proponent' and s.code = ${state})`
    : sql``;
  const { rows } = await db.execute<{ id: number }>(sql`
    select distinct v.entry_id as id from entry_versions v
    where v.valid_from >= ${endOf(from).toISOString()} ${until} ${ofState} order by 1 limit ${most + 1}`);
  return rows.map(({ id }) => id);
}

function readDecisionsBetween(db: Database, ids: readonly number[], after: string, until: string) {
  return db
    .select({
      entryId: decisions.entryId,
      meetingId: meetings.id,
      meeting: meetings.code,
      verbPrinted: decisions.verbPrinted,
      outcome: decisions.outcome,
      textEn: decisions.textEn,
      textLo: decisions.textLo,
      reference: decisions.reference,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(
        inArray(decisions.entryId, [...ids]),
        isNotNull(decisions.appliedAt),
        gt(meetings.lastOn, after),
        lte(meetings.lastOn, until),
      ),
    )
    .orderBy(asc(meetings.lastOn), asc(decisions.id));
}

function readStates(db: Database) {
  return db
    .select({ code: memberStates.code, nameEn: memberStates.nameEn, nameLo: memberStates.nameLo })
    .from(memberStates)
    .orderBy(asc(memberStates.nameEn));
}

/** Null where nothing that is compared has changed, or where the reader saw it at neither moment. */
function compared(
  before: ReadSide | null,
  after: ReadSide | null,
  said: readonly DecisionBetween[],
): ComparedEntry | null {
  const shown = after ?? before;
  if (!shown) return null;
  const changes = compareSides(before, after);
  const kinds = [...changes.map(({ kind }) => kind), ...(said.length > 0 ? (["decided"] as const) : [])];
  if (kinds.length === 0) return null;
  const { stage: _stage, status: _status, responsible: _responsible, ...entry } = shown;
  return { ...entry, isThere: after !== null, changes, kinds: [...new Set(kinds)], decisions: said };
}
