import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { conceptFields } from "@/domain/concept";
import type { Role } from "@/domain/roles";
import { submitEntry } from "@/features/activities/server/submit-entry";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { clearEntry } from "./clear-entry";
import { compareConcepts } from "./compare-concepts";
import { getConcept } from "./get-concept";
import { saveConcept } from "./save-concept";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const latest = { from: null, to: null };
const bare = (rest: object = {}) => addEntry(database.db, { proponent: "LA", isWhole: false, ...rest });
const note = (entryId: number, change: string) =>
  database.db.transaction((tx) => recordVersion(tx, roles.officer, entryId, { change }));

/** A draft with three versions of its concept note, and other changes between them. */
async function threePapers() {
  const entryId = await bare();
  await note(entryId, "activity.create");
  await saveConcept(roles.officer, { entryId, version: 0, purpose: "To learn", background: "ເກົ່າ" });
  await clearEntry(roles.manager, { entryId, version: 2 });
  await saveConcept(roles.focal, { entryId, version: 1, purpose: "To learn together", background: "ເກົ່າ" });
  await saveConcept(roles.focal, { entryId, version: 2, purpose: "To learn together", background: "ໃໝ່" });
  return entryId;
}

describe("the versions of a concept note", () => {
  it("are those in which it changed, with author and time, and the latest two are compared", async () => {
    const entryId = await threePapers();
    const { versions, compared } = await compareConcepts(roles.officer, { entryId, ...latest });
    expect(versions.map(({ version, number, by }) => [version, number, by])).toEqual([
      [2, 1, roles.officer.actor.name],
      [4, 2, roles.focal.actor.name],
      [5, 3, roles.focal.actor.name],
    ]);
    expect(compared).toEqual({
      from: 4,
      to: 5,
      differences: [
        {
          field: "background",
          parts: [
            { kind: "removed", text: "ເກົ່າ" },
            { kind: "added", text: "ໃໝ່" },
          ],
        },
      ],
    });
  });

  it("are compared in chronological order, whichever is given first", async () => {
    const entryId = await threePapers();
    const one = await compareConcepts(roles.officer, { entryId, from: 2, to: 5 });
    const other = await compareConcepts(roles.officer, { entryId, from: 5, to: 2 });
    expect(one.compared).toEqual(other.compared);
    expect(one.compared?.differences.map(({ field }) => field)).toEqual(["purpose", "background"]);
    expect(one.compared?.differences[0]?.parts).toEqual([
      { kind: "same", text: "To learn " },
      { kind: "added", text: "together" },
    ]);
    expect((await compareConcepts(roles.officer, { entryId, from: 5, to: 5 })).compared?.differences).toEqual([]);
  });

  it("are not found if the note did not change in them", async () => {
    const entryId = await threePapers();
    for (const version of [1, 3, 99]) {
      const attempt = compareConcepts(roles.officer, { entryId, from: version, to: null });
      await expect(attempt, String(version)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("cannot be compared until there are two", async () => {
    const entryId = await bare();
    await note(entryId, "activity.create");
    expect(await compareConcepts(roles.officer, { entryId, ...latest })).toEqual({ versions: [], compared: null });
    await saveConcept(roles.officer, { entryId, version: 0, purpose: "First" });
    const { versions, compared } = await compareConcepts(roles.officer, { entryId, ...latest });
    expect([versions.length, compared]).toEqual([1, null]);
  });

  it("from before the submission are visible only to the desk and its own state", async () => {
    const entryId = await threePapers();
    await expect(compareConcepts(roles.viewer, { entryId, ...latest })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(compareConcepts(thai, { entryId, ...latest })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const whole = Object.fromEntries(conceptFields.map((field) => [field, "Whole"]));
    const { version } = await getConcept(roles.focal, { entryId });
    await saveConcept(roles.focal, { entryId, version, ...whole });
    await database.db.update(planEntries).set({ wasSubmitted: true }).where(eq(planEntries.id, entryId));
    await submitEntry(roles.focal, { entryId, version: 6 });
    const of = async (context: Context) =>
      (await compareConcepts(context, { entryId, ...latest })).versions.map((row) => row.version);
    expect(await of(roles.viewer)).toEqual([7]);
    expect(await of(roles.focal)).toEqual([2, 4, 5, 6]);
    await expect(compareConcepts(roles.viewer, { entryId, from: 2, to: 7 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(of(thai)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
