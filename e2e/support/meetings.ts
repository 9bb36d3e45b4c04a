import { randomInt } from "node:crypto";
import { ask } from "./database";
import { addEntry } from "./entries";
import type { TestSite } from "./server";

export type MeetingWish = { state?: "planned" | "open" | "closed" | "postponed" | "cancelled"; lastOn?: string };

/**
 * Writes a senior officials' meeting with one agenda item directly to the database.
 * @returns ids of the meeting and of the item
 */
export async function addMeeting(
  site: TestSite,
  { state = "open", lastOn = "2024-02-02" }: MeetingWish = {},
): Promise<{ meeting: number; item: number }> {
  const [row] = await ask<{ meeting: number; item: number }>(
    site,
    `with meeting as (
       insert into meetings (code, body_id, title_en, title_lo, state, first_on, first_precision, last_on, last_precision)
       select $1, id, 'A meeting of officials', 'ກອງປະຊຸມເຈົ້າໜ້າທີ່', $2, $3, 'exact', $3, 'exact' from bodies where code = 'ADGSOM'
       returning id
     )
     insert into agenda_items (meeting_id, no, position, title_en, title_lo)
     select id, '5.2', 1, 'Proposals', 'ຂໍ້ສະເໜີ' from meeting returning meeting_id::int as meeting, id::int as item`,
    [`ADGSOM-${randomInt(1_000, 1_000_000_000)}`, state, lastOn],
  );
  if (!row) throw new Error("no meeting was made");
  return row;
}

/** Puts a proposal under that agenda item. */
export async function addProposal(site: TestSite, item: number, lead = "LA"): Promise<number> {
  const { id } = await addEntry(site, { lead, stage: "submitted" });
  await ask(site, "insert into agenda_entries (item_id, entry_id) values ($1, $2)", [item, id]);
  return id;
}

/**
 * The meeting's decision on the entry: pending, or applied if it has already changed the entry.
 * @returns the decision's id
 */
export async function addDecision(
  site: TestSite,
  { meeting, item, entryId }: { meeting: number; item: number; entryId: number },
  isApplied = false,
): Promise<number> {
  if (isApplied) await ask(site, "update plan_entries set stage = 'endorsed' where id = $1", [entryId]);
  const [decision] = await ask<{ id: number }>(
    site,
    `insert into decisions (meeting_id, agenda_item_id, agenda_no, entry_id, verb_printed, outcome, stage_from, stage_to, applied_at)
     values ($1, $2, '5.2', $3, 'endorsed', 'endorsed', 'submitted', 'endorsed', case when $4 then now() end) returning id::int`,
    [meeting, item, entryId, isApplied],
  );
  if (!decision) throw new Error("no decision was made");
  return decision.id;
}

/**
 * A deadline of the entry or of a meeting, counted from the meeting's days.
 * @returns its id
 */
export async function addDeadline(site: TestSite, { entryId, meeting }: { entryId?: number; meeting: number }) {
  const [row] = await ask<{ id: number }>(
    site,
    `insert into milestones (entry_id, title_en, title_lo, anchor, meeting_id, offset_days, due_on)
     select $1, 'Papers to the Secretariat', 'ສົ່ງເອກະສານໃຫ້ກອງເລຂາ', 'meeting', id, -21, first_on - 21 from meetings where id = $2
     returning id::int`,
    [entryId ?? null, meeting],
  );
  if (!row) throw new Error("no deadline was made");
  return row.id;
}

/**
 * Writes a meeting document directly to the database.
 * @returns its id
 */
export async function addPaper(site: TestSite, meeting: number, item: number | null = null): Promise<number> {
  const [paper] = await ask<{ id: number }>(
    site,
    `with content as (select convert_to($3, 'UTF8') as bytes),
     stored as (
       insert into stored_files (sha256, size, content)
       select encode(sha256(bytes), 'hex'), octet_length(bytes), bytes from content on conflict do nothing
     )
     insert into papers (meeting_id, agenda_item_id, audience, file_name, media_type, sha256, size, added_by_name)
     select $1, $2, 'desk', 'ວາລະ.txt', 'text/plain', encode(sha256(bytes), 'hex'), octet_length(bytes), 'Test'
     from content returning id::int`,
    [meeting, item, `agenda of ${meeting}`],
  );
  if (!paper) throw new Error("no paper was made");
  return paper.id;
}
