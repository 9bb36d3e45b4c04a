import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { endOf } from "@/db/past/ensure-past";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { type Change, type ChangeKind, compareSides } from "@/domain/comparison";
import type { Actor } from "@/domain/roles";
import { type AsOf, type Context, today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { lookBack, onItsRegister, resolveBoth } from "@/server/past/as-of";
import { visibleEntries } from "@/server/scope";
import { type ReadSide, readSide } from "./lib/read-side";

/** The most entries listed: the comparison is a page to read, not a copy of the register. */
const most = 1_000;
/** Entries read at once. Many entries with new versions have not changed in what is compared. */
const readAtOnce = 2_000;

export type ComparedEntry = Pick<
  ReadSide,
  "id" | "code" | "titleEn" | "titleLo" | "original" | "isSample" | "planEn" | "planLo" | "lead"
> & {
  /** True if the entry is still in the register at the later moment. */
  isThere: boolean;
  changes: readonly Change[];
  kinds: readonly ChangeKind[];
  decisions: readonly DecisionBetween[];
};

type DecisionBetween = Awaited<ReturnType<typeof readDecisionsBetween>>[number];

/**
 * The changes between two moments of what the reader may see, sorted by lead state, then by code.
 * The lead is that of the later moment; for entries that are gone by then, that of the earlier one.
 * @throws AppError AS_OF_… for a moment that cannot be shown, AS_OF_ORDER if the first moment is
 *   not before the second
 */
export const compareMoments = defineQuery({
  name: "meeting.compare",
  permission: "meeting.read",
  input: z.object({ from: z.string().max(60), to: z.string().max(60), state: z.string().length(2).nullable() }),
  run: async ({ db, input, context }) => {
    const [from, to] = await resolveBoth(db, input, context.now);
    const registers = { before: await registerOf(context, from), after: await registerOf(context, to) };
    const [touched, states] = await Promise.all([
      readTouched(registers, { from, to, state: input.state }),
      readStates(db),
    ]);
    const found: ComparedEntry[] = [];
    // One more than the limit is read, to know whether there are more.
    for (let start = 0; start < touched.length && found.length <= most; start += readAtOnce) {
      const ids = touched.slice(start, start + readAtOnce);
      const decisionsBetween = await readDecisionsBetween(db, ids, from.day, to?.day ?? today(context));
      const entries = await compareEntries(registers, ids, decisionsBetween);
      found.push(...entries.filter(({ lead }) => input.state === null || lead === input.state));
    }
    const entries = found.slice(0, most);
    const placeOf = (code: string | null) => states.findIndex((state) => state.code === code) >>> 0;
    entries.sort(
      (a, b) =>
        placeOf(a.lead) - placeOf(b.lead) || a.code.localeCompare(b.code, "en", { numeric: true }) || a.id - b.id,
    );
    return { from, to, entries, states, isCut: found.length > most };
  },
});

export type Comparison = Awaited<ReturnType<typeof compareMoments>>;

/**
 * Runs a query on the register of one of the two moments, with the rights that the reader has
 * there.
 */
type Register = <R>(ask: (db: Database, actor: Actor) => Promise<R>) => Promise<R>;
type Registers = { before: Register; after: Register };

async function registerOf(context: Context, moment: AsOf | null): Promise<Register> {
  const there = moment ? await lookBack(context, moment) : context;
  return (ask) => onItsRegister(there, (db) => ask(db, there.actor));
}

type Between = { from: AsOf; to: AsOf | null; state: string | null };

/**
 * Ids of the entries that the reader sees at either moment and that may have changed. An entry
 * without a version between the moments has not changed.
 */
async function readTouched({ before, after }: Registers, { from, to, state }: Between): Promise<number[]> {
  const until = to ? sql`and v.valid_from < ${endOf(to).toISOString()}` : sql``;
  // Reads the table of the present: a past register contains only the versions before its moment.
  const isTouched = sql`exists (select from public.entry_versions v
    where v.entry_id = ${planEntries.id} and v.valid_from >= ${endOf(from).toISOString()} ${until})`;
  const ask = (db: Database, actor: Actor) =>
    db
      .select({ id: planEntries.id })
      .from(planEntries)
      .where(and(isTouched, visibleEntries(db, actor), state === null ? undefined : isLedBy(state)));
  const both = await Promise.all([before(ask), after(ask)]);
  return [...new Set(both.flat().map(({ id }) => id))].sort((a, b) => a - b);
}

/**
 * True if the state is among the proponents in the register that is queried. Whether it is the
 * first of them is checked after reading.
 */
const isLedBy = (state: string) => sql`exists (
  select from entry_parties p join member_states s on s.id = p.member_state_id
  where p.entry_id = ${planEntries.id} and p.role = 'proponent' and s.code = ${state})`;

async function compareEntries(
  { before, after }: Registers,
  ids: readonly number[],
  decisionsBetween: readonly DecisionBetween[],
): Promise<ComparedEntry[]> {
  const ask = (db: Database, actor: Actor) => readSide(db, actor, ids);
  const [then, later] = await Promise.all([before(ask), after(ask)]);
  const decisionsOf = new Map<number, DecisionBetween[]>();
  for (const decision of decisionsBetween)
    decisionsOf.set(decision.entryId, [...(decisionsOf.get(decision.entryId) ?? []), decision]);
  return ids.flatMap((id) => compared(then.get(id) ?? null, later.get(id) ?? null, decisionsOf.get(id) ?? []) ?? []);
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

/**
 * Null if nothing that is compared has changed, or if the reader saw the entry at neither moment.
 */
function compared(
  before: ReadSide | null,
  after: ReadSide | null,
  decisionsBetween: readonly DecisionBetween[],
): ComparedEntry | null {
  const shown = after ?? before;
  if (!shown) return null;
  const changes = compareSides(before, after);
  const kinds = [...changes.map(({ kind }) => kind), ...(decisionsBetween.length > 0 ? (["decided"] as const) : [])];
  if (kinds.length === 0) return null;
  const { stage: _stage, status: _status, responsible: _responsible, ...entry } = shown;
  return { ...entry, isThere: after !== null, changes, kinds: [...new Set(kinds)], decisions: decisionsBetween };
}
