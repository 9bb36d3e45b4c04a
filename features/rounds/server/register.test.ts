import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sourceFiles } from "@/checks/source-files";
import { meetings } from "@/db/schema/meetings";
import { rounds } from "@/db/schema/rounds";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { removeSample } from "@/features/settings/server/remove-sample";
import type { Context } from "@/server/context";
import { everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { draftOf, formOf, newCycle, newRound, seen } from "../testing";
import { acceptDrafts } from "./accept-drafts";
import { closeRound } from "./close-round";
import { returnDrafts } from "./return-drafts";
import { saveDraft } from "./save-draft";
import { submitDraft } from "./submit-draft";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

/** Tables of the rounds, the audit log, and the counters of refusals. */
const ownTables = ["rounds", "round_plans", "round_drafts", "audit_log", "audit_head", "rate_limits"];

/** Content of all other tables, from which every list, count, page and export is read. */
async function registerHash(): Promise<string> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`,
    [ownTables],
  );
  const hashes = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) from "${name}" t`,
  );
  const { rows } = await database.pool.query(`${hashes.join(" union all ")} order by 1`);
  return JSON.stringify(rows);
}

it("only acceptance changes the register, not writing, submitting, returning or closing the round", async () => {
  const words = fc.record({
    textLo: fc.constantFrom("", "ຄືບໜ້າດີ", "ຊັກຊ້າ ຍ້ອນຂາດງົບປະມານ"),
    progress: fc.integer({ min: 0, max: 100 }),
    status: fc.constantFrom("", "ongoing", "implemented", "cancelled"),
    schedule: fc.constantFrom("on_track", "at_risk"),
  });
  const acts = fc.array(fc.record({ act: fc.constantFrom("save", "submit", "return", "accept wrongly"), words }), {
    minLength: 3,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const entryId = await addOngoing(database.db, { proponent: "LA" });
      const { roundId } = await newRound(roles.manager, [entryId]);
      const before = await registerHash();
      for (const { act, words } of steps) {
        const drafts = [seen(await draftOf(database.db, roundId, entryId))];
        const form = await formOf(database.db, roundId, entryId, words);
        // A refused command must not leave a trace either.
        if (act === "save") await saveDraft(roles.focal, form).catch(() => null);
        if (act === "submit") await submitDraft(roles.focal, form).catch(() => null);
        if (act === "return")
          await returnDrafts(roles.manager, { roundId, drafts, remark: "Once more" }).catch(() => null);
        if (act === "accept wrongly") await acceptDrafts(roles.officer, { roundId, drafts }).catch(() => null);
        expect(await registerHash()).toBe(before);
      }
      const { id, version, state } = await draftOf(database.db, roundId, entryId);
      if (state === "submitted") {
        await acceptDrafts(roles.manager, { roundId, drafts: seen({ id, version }) });
        expect(await registerHash()).not.toBe(before);
      } else {
        await closeRound(roles.manager, { roundId, version: 1 });
        expect(await registerHash()).toBe(before);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

it("no other slice reads drafts", () => {
  const readers = sourceFiles(["app", "features", "server"]).filter(({ imports }) =>
    imports.some(({ target }) => target === "db/schema/round-drafts"),
  );
  expect(readers.length).toBeGreaterThan(5);
  // The audit log names the entry of a draft, and reads nothing of what it says.
  const others = readers.filter(({ file }) => !file.startsWith("features/rounds/"));
  expect(others.map(({ file }) => file)).toEqual(["server/register/row-names.ts"]);
});

it("rounds opened by sample accounts are removed with the sample; the meeting of a real round stays", async () => {
  const sampleHead = { ...roles.manager, actor: { ...roles.manager.actor, isSample: true } };
  const sample = await newRound(sampleHead, [await addOngoing(database.db, { proponent: "LA" })]);
  const real = await newRound(roles.manager, [await addOngoing(database.db, { proponent: "LA" })]);
  const unasked = await newCycle(database.db);
  await database.db.update(meetings).set({ isSample: true });
  await removeSample(roles.admin, {});
  const left = await database.db.select({ id: rounds.id }).from(rounds);
  expect(left.map(({ id }) => id)).toContain(real.roundId);
  expect(left.map(({ id }) => id)).not.toContain(sample.roundId);
  const remaining = (await database.db.select({ id: meetings.id }).from(meetings)).map(({ id }) => id);
  expect(remaining).toContain(real.meetingId);
  expect(remaining).not.toContain(sample.meetingId);
  expect(remaining).not.toContain(unasked.meetingId);
});
