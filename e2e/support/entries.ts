import type { Schedule, Stage, Status } from "../../domain/lifecycle";
import { ask } from "./database";
import type { TestSite } from "./server";

export type EntryWish = {
  year?: number;
  titleEn?: string;
  titleLo?: string | null;
  stage?: Stage;
  status?: Status | null;
  schedule?: Schedule | null;
  progress?: number | null;
  isConfidential?: boolean;
  /** ISO code of the proponent. */
  lead?: string;
  participants?: readonly string[];
};

let made = 0;

/**
 * Writes an activity with one entry of the ADGSOM-ATRC plan of its year directly to the database.
 * The default year is 2022, whose plan is an empty frame, so that no counts of other tests change.
 * @returns the entry's id and code
 */
export async function addEntry(site: TestSite, wish: EntryWish = {}): Promise<{ id: number; code: string }> {
  made += 1;
  const code = `E${process.env.TEST_WORKER_INDEX ?? "0"}-${Date.now().toString(36)}-${made}`;
  const { year = 2022, titleEn = `Entry ${code}`, titleLo = null, stage = "draft", lead, participants = [] } = wish;
  const { status = null, schedule = null, progress = null, isConfidential = false } = wish;
  const [entry] = await ask<{ id: number }>(
    site,
    `with activity as (
       insert into activities (code, title_en, title_lo, original_locale)
       values ($1, $2, $3, 'en') returning id
     )
     insert into plan_entries
       (activity_id, work_plan_id, stage, status, schedule, progress, is_confidential, was_submitted, was_approved)
     select activity.id, plan.id, $4, $5, $6, $7, $8, $4 <> 'draft', $4 = 'approved'
     from activity, work_plans plan join periods on periods.id = plan.period_id
     where periods.code = $9 and plan.framework = 'adgsom_atrc'
     returning id::int`,
    [code, titleEn, titleLo, stage, status, schedule, progress, isConfidential, `CYCLE-${year}`],
  );
  if (!entry) throw new Error("no entry was made");
  if (stage === "draft") await completeDraft(site, entry.id);
  if (lead) await addState(site, entry.id, lead, "proponent", "lead");
  for (const state of participants) await addState(site, entry.id, state, "participant", "participant");
  return { id: entry.id, code };
}

/**
 * Adds what a draft needs to be submitted, except its proponent: a Desired Outcome and a concept
 * note.
 */
export async function completeDraft(site: TestSite, id: number): Promise<void> {
  await ask(
    site,
    `with outcome as (
       insert into activity_outcomes (activity_id, outcome_id)
       select activity_id, (select min(id) from outcomes) from plan_entries where id = $1 on conflict do nothing
     )
     insert into concepts
       (entry_id, purpose, background, objectives, beneficiaries, work_plan, method, funding, success_indicators)
     values ($1, 'Why', 'Before', 'What', 'Who', 'When', 'How', 'By whom', 'Seen by')`,
    [id],
  );
}

async function addState(site: TestSite, entryId: number, state: string, party: string, role: string): Promise<void> {
  await ask(
    site,
    `with state as (select id from member_states where code = $2),
     party as (insert into entry_parties (entry_id, role, member_state_id) select $1, $3, id from state)
     insert into entry_states (entry_id, member_state_id, role) select $1, id, $4 from state`,
    [entryId, state, party, role],
  );
}

/** An approved, ongoing entry. */
export function addOngoing(site: TestSite, wish: EntryWish = {}): Promise<{ id: number; code: string }> {
  return addEntry(site, { stage: "approved", status: "ongoing", schedule: "on_track", progress: 40, ...wish });
}

/** The entry's own columns as stored. */
export async function storedEntry(site: TestSite, id: number): Promise<Record<string, unknown>> {
  const [row] = await ask(site, "select * from plan_entries where id = $1", [id]);
  if (!row) throw new Error(`no entry ${id}`);
  return row;
}

/** The plan of a work cycle. */
export async function planId(site: TestSite, year: number): Promise<number> {
  const [plan] = await ask<{ id: number }>(
    site,
    `select plan.id::int from work_plans plan join periods on periods.id = plan.period_id
     where periods.code = $1 and plan.framework = 'adgsom_atrc'`,
    [`CYCLE-${year}`],
  );
  if (!plan) throw new Error(`no plan of ${year}`);
  return plan.id;
}

/** The id of a meeting by its code. */
export async function meetingId(site: TestSite, code: string): Promise<number> {
  const [meeting] = await ask<{ id: number }>(site, "select id::int from meetings where code = $1", [code]);
  if (!meeting) throw new Error(`no meeting ${code}`);
  return meeting.id;
}

/** The id of a member state. */
export async function stateId(site: TestSite, code: string): Promise<number> {
  const [state] = await ask<{ id: number }>(site, "select id::int from member_states where code = $1", [code]);
  if (!state) throw new Error(`no member state ${code}`);
  return state.id;
}

/**
 * Adds a report to the evidence of an entry.
 * @returns the evidence's id
 */
export async function addFile(site: TestSite, entryId: number): Promise<number> {
  const text = `report of ${entryId}`;
  const [file] = await ask<{ id: number }>(
    site,
    `with content as (select convert_to($2, 'UTF8') as bytes),
     stored as (
       insert into stored_files (sha256, size, content)
       select encode(sha256(bytes), 'hex'), octet_length(bytes), bytes from content on conflict do nothing
     )
     insert into evidence (entry_id, kind, file_name, media_type, sha256, size, added_by_name)
     select $1, 'report', 'ບົດລາຍງານ.txt', 'text/plain', encode(sha256(bytes), 'hex'), octet_length(bytes), 'Test'
     from content returning id::int`,
    [entryId, text],
  );
  if (!file) throw new Error("no file was made");
  return file.id;
}

/**
 * A closed plan of a year long past.
 * @returns its id
 */
export async function closedPlan(site: TestSite): Promise<number> {
  const [plan] = await ask<{ id: number }>(
    site,
    `with period as (
       insert into periods (code, kind, name_en, name_lo, starts_on, ends_on)
       values ('T-' || gen_random_uuid(), 'work_cycle', '1990', 'ສົກປີ 1990', '1990-01-01', '1990-12-31') returning id
     )
     insert into work_plans (framework, period_id, state, title_en, title_lo)
     select 'adgsom_atrc', id, 'closed', 'Work plan 1990', 'ແຜນວຽກ ສົກປີ 1990' from period returning id::int`,
  );
  return plan?.id ?? 0;
}
