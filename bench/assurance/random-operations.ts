import type { Pool } from "pg";
import type { Database } from "../../db/client";
import { schedules, statuses } from "../../domain/lifecycle";
import { changeProgress } from "../../features/activities/server/change-progress";
import { createActivity } from "../../features/activities/server/create-activity";
import { editActivity } from "../../features/activities/server/edit-activity";
import { removeEntry } from "../../features/activities/server/remove-entry";
import { reportProgress } from "../../features/activities/server/report-progress";
import { reportState } from "../../features/activities/server/report-state";
import { submitEntry } from "../../features/activities/server/submit-entry";
import { addComment } from "../../features/comments/server/add-comment";
import { addEvidence } from "../../features/evidence/server/add-evidence";
import { recordDecision } from "../../features/meetings/server/record-decision";
import { addUser } from "../../features/users/server/add-user";
import { changeUser } from "../../features/users/server/change-user";
import type { Context } from "../../server/context";
import { stateId } from "../../server/testing";
import { addEntry, addOngoing } from "../../server/testing-entries";

/** An entry with the values of a form about it. */
export type Row = {
  id: number;
  version: number;
  activityVersion: number;
  shareVersion: number;
  planId: number;
  meetingId: number;
  lao: number;
  userId: number;
  userVersion: number;
};

type Operation = {
  name: string;
  run: (context: Context, row: Row, random: () => number, number: number) => Promise<unknown>;
};

export function choiceOf<T>(all: readonly T[], random: () => number): T {
  const chosen = all[Math.floor(random() * all.length)];
  if (chosen === undefined) throw new Error("nothing to choose from");
  return chosen;
}

/** The version that a form is based on; sometimes an outdated one. */
const seen = (version: number, random: () => number) => (random() < 0.15 ? version + 1 : version);

export const operations: readonly Operation[] = [
  {
    name: "change progress",
    run: (context, { id, version }, random) => {
      const progress = String(Math.floor(random() * 120));
      return changeProgress(context, { rows: [`${id}:${seen(version, random)}`], progress });
    },
  },
  {
    name: "report",
    run: (context, { id: entryId, version }, random) =>
      reportProgress(context, {
        entryId,
        version: seen(version, random),
        status: choiceOf(statuses, random),
        schedule: choiceOf(schedules, random),
        progress: String(Math.floor(random() * 101)),
        scheduleReason: random() < 0.5 ? "ລໍຖ້າຂໍ້ມູນ" : "",
        textEn: "So it stands.",
      }),
  },
  {
    name: "edit",
    run: (context, { id: entryId, version, activityVersion, lao }, random, number) =>
      editActivity(context, {
        entryId,
        version: seen(version, random),
        activityVersion,
        proponentStateId: String(lao),
        titleEn: random() < 0.1 ? "" : `Operation ${number % 500}`,
        originalLocale: "en",
        kind: "study",
      } as Parameters<typeof editActivity>[1]),
  },
  {
    name: "create",
    run: (context, { planId, lao }, random, number) =>
      createActivity(context, {
        planId: random() < 0.1 ? 99_999_999 : planId,
        titleEn: `Made ${number}`,
        originalLocale: "en",
        kind: "training",
        proponentStateId: String(lao),
      } as Parameters<typeof createActivity>[1]),
  },
  {
    name: "submit",
    run: (context, { id: entryId, version }, random) =>
      submitEntry(context, { entryId, version: seen(version, random) }),
  },
  {
    name: "decide",
    run: (context, { id: entryId, version, meetingId }, random) =>
      recordDecision(context, {
        entryId,
        version: seen(version, random),
        meetingId,
        verbPrinted: "approved",
        outcome: choiceOf(["approved", "returned", "deferred"] as const, random),
      }),
  },
  {
    name: "remove",
    run: (context, { id: entryId, version }, random) =>
      // Rarely, because otherwise there would soon be no drafts.
      random() < 0.1
        ? removeEntry(context, { entryId, version })
        : removeEntry(context, { entryId, version: version + 1 }),
  },
  {
    name: "share",
    run: (context, { id: entryId, lao: memberStateId, shareVersion }, random, number) =>
      reportState(context, {
        entryId,
        memberStateId,
        version: seen(shareVersion, random),
        status: choiceOf(statuses, random),
        note: random() < 0.1 ? "" : `Note ${number}`,
      }),
  },
  {
    name: "comment",
    run: (context, { id: entryId }, random, number) =>
      addComment(context, {
        entryId,
        audience: choiceOf(["desk", "all"] as const, random),
        text: random() < 0.1 ? " " : `Remark ${number}`,
        mentions: [],
      }),
  },
  {
    name: "file",
    run: (context, { id: entryId }, random, number) => {
      const text = random() < 0.2 ? `<html>${number}` : `Report ${number % 900}`;
      return addEvidence(context, { entryId, kind: "report", file: { name: "report.txt", bytes: Buffer.from(text) } });
    },
  },
  {
    name: "change a person",
    run: (context, { userId, userVersion }, random, number) =>
      changeUser(context, {
        userId,
        version: seen(userVersion, random),
        name: `Person ${number % 300}`,
        role: choiceOf(["viewer", "officer", "focal"] as const, random),
        state: random() < 0.7 ? "LA" : "",
        access: random() < 0.9 ? "active" : "disabled",
      }),
  },
  {
    name: "add a person",
    run: (context, _row, _random, number) =>
      addUser(context, {
        email: `person.${number % 2_000}@test.example`,
        name: "Somebody",
        role: "viewer",
        state: null,
      }),
  },
];

/** Entries in different stages, of two states, to operate on. */
export async function makeEntries(db: Database): Promise<{ read: (pool: Pool) => Promise<Row> }[]> {
  const ids: number[] = [];
  for (let number = 0; number < 20; number += 1) {
    const proponent = number % 3 === 0 ? "TH" : "LA";
    ids.push(await addOngoing(db, { proponent, participants: proponent === "TH" ? ["LA"] : ["TH"] }));
    ids.push(await addEntry(db, { proponent }));
    ids.push(await addEntry(db, { proponent, stage: "submitted", wasSubmitted: true }));
    ids.push(await addEntry(db, { proponent, isConfidential: number % 2 === 0 }));
  }
  const lao = await stateId(db, "LA");
  return ids.map((id) => ({ read: (pool) => rowOf(pool, id, lao) }));
}

/** For an entry that has been removed, its last known values. */
async function rowOf(pool: Pool, id: number, lao: number): Promise<Row> {
  const { rows } = await pool.query<Row>(
    `select $1::int as id, coalesce(e.version, 1) as version, coalesce(a.version, 1) as "activityVersion", $2::int as lao,
       coalesce((select s.version from entry_states s where s.entry_id = $1 and s.member_state_id = $2), 0) as "shareVersion",
       (select max(p.id)::int from work_plans p where p.state <> 'closed') as "planId",
       (select m.id::int from meetings m where m.code = 'ADGMIN-3') as "meetingId",
       u.id::int as "userId", u.version as "userVersion"
     from users u left join plan_entries e on e.id = $1 left join activities a on a.id = e.activity_id
     where not u.is_sample order by (u.email like 'person.%') desc, md5(u.id::text || $1) limit 1`,
    [id, lao],
  );
  const [row] = rows;
  if (!row) throw new Error("there is nobody");
  return row;
}
