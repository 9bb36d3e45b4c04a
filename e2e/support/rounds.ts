import type { DraftState, RoundState } from "../../domain/rounds";
import { ask } from "./database";
import { addOngoing, stateId } from "./entries";
import { addMeeting } from "./meetings";
import type { TestSite } from "./server";

export type RoundWish = { state?: RoundState; draft?: DraftState; side?: "LA" | "TH" | null; dueOn?: string };

/**
 * Writes a round with one draft on an entry of Lao PDR or of Thailand directly to the database;
 * null = the desk is the reporter.
 * @returns ids of the round, its draft, its entry and its meeting
 */
export async function addRound(
  site: TestSite,
  { state = "open", draft = "pending", side = "LA", dueOn = "2024-01-15" }: RoundWish = {},
) {
  const { meeting } = await addMeeting(site, { state: "planned" });
  const entry = await addOngoing(site, { lead: side ?? "VN", titleEn: "A forum", titleLo: "ເວທີສົນທະນາ" });
  const [row] = await ask<{ round: number; draft: number }>(
    site,
    `with round as (
       insert into rounds (meeting_id, due_on, note, state, opened_by_name, closed_at)
       values ($1, $2, 'ຂໍໃຫ້ມີຕົວເລກ', $3, 'Test', case when $3 = 'closed' then now() end) returning id
     ),
     plans as (
       insert into round_plans select round.id, work_plan_id from round, plan_entries where plan_entries.id = $4
     )
     insert into round_drafts
       (round_id, entry_id, member_state_id, state, status, schedule, progress, base_status, base_schedule, base_progress,
        text_lo, author_name, submitted_at)
     select id, $4, $5, $6, 'ongoing', 'on_track', 60, 'ongoing', 'on_track', 40, 'ຄືບໜ້າດີ', 'Test',
       case when $6 = 'submitted' then now() end
     from round returning round_id::int as round, id::int as draft`,
    [meeting, dueOn, state, entry.id, side && (await stateId(site, side)), draft],
  );
  if (!row) throw new Error("no round was made");
  return { ...row, entry: entry.id, meeting };
}

/** A round with a draft of Lao PDR, and one with a draft of Thailand. */
export async function roundFixtures(site: TestSite) {
  const { round, draft: roundDraft } = await addRound(site);
  const thai = await addRound(site, { side: "TH" });
  return { round, roundDraft, thaiRound: thai.round, thaiDraft: thai.draft };
}
