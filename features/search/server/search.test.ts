import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comments } from "@/db/schema/comments";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { activitiesAddress } from "@/features/activities/list-address";
import { listActivities } from "@/features/activities/server/list-activities";
import type { Context } from "@/server/context";
import { contextOf, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { type SearchKind, type SearchQuery, searchAddress } from "../address";
import { listNearWords } from "./list-near-words";
import { searchRegister } from "./search-register";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;
/** Of Lao PDR, with Thailand taking part; a confidential one; a draft of Thailand. */
let shared: number;
let hidden: number;
let draft: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  roles = await everyRole(db, "LA");
  thai = await contextOf(db, "focal", "TH");
  shared = await addOngoing(db, { proponent: "LA", participants: ["TH"], titleEn: "Quokka training" });
  hidden = await addOngoing(db, { proponent: "LA", titleEn: "Quokka secrets", isConfidential: true });
  draft = await addEntry(db, { proponent: "TH", titleEn: "Quokka draft" });
});
afterAll(() => database.drop());

const search = (context: Context, q: string, more: Partial<SearchQuery> = {}) =>
  searchRegister(context, { ...searchAddress.read(new URLSearchParams()), q, ...more });
async function found(context: Context, kind: SearchKind, q: string): Promise<number[]> {
  const { groups } = await search(context, q);
  return (groups.find((group) => group.kind === kind)?.hits ?? []).map(({ id }) => id).sort((a, b) => a - b);
}
const each: Role[] = ["admin", "manager", "officer", "focal", "viewer"];
/** For each role what it finds; `thai` is the focal point of another state. */
async function foundBy(kind: SearchKind, q: string) {
  const entries = await Promise.all(each.map(async (role) => [role, await found(roles[role], kind, q)]));
  return { ...Object.fromEntries(entries), thai: await found(thai, kind, q) };
}
const onlyDesk = (ids: number[]) => ({ admin: ids, manager: ids, officer: ids, focal: [], viewer: [], thai: [] });

describe("what is found", () => {
  it.each([
    ["meetings", "ADGMIN-3", "ADGMIN-3"],
    ["meetings", "ADGMIN 3", "ADGMIN-3"],
    ["meetings", "ກອງປະຊຸມລັດຖະມົນຕີ ຄັ້ງທີ ໓", "ADGMIN-3"],
    ["meetings", "Connected Intelligence", "ADGMIN-6"],
    ["activities", "23-02", "23-02"],
    ["activities", "digital identity", "23-02"],
    ["activities", "ຕົວຕົນ ດີຈີຕອລ", "23-02"],
    ["decisions", "endorsed 2024 work plan", "ADGMIN"],
    ["partners", "AJCCBC", "Japan"],
    ["partners", "ອາເມຣິກາ", "United States"],
    ["partners", "ສ ເກົາຫລີ", "Republic of Korea"],
    ["instruments", "AJCCBC", "Capacity Building Centre"],
    ["instruments", "JAIF", "Capacity Building Centre"],
    ["plans", "ADGSOM-ATRC 2023", "work plan 2023"],
    ["plans", "ແຜນວຽກ ADGSOM ATRC ສົກປີ ໒໐໒໓", "work plan 2023"],
  ] as const)("%s by %s", async (kind, q, expected) => {
    const { groups } = await search(roles.viewer, q);
    const hits = groups.find((group) => group.kind === kind)?.hits ?? [];
    const told = hits.map(({ code, title, of, excerpt }) => [code, title.en, of?.en, excerpt].join(" "));
    expect(told.join("\n")).toContain(expected);
  });

  it("counts all and shows the first; one kind is read page by page", async () => {
    const { groups } = await search(roles.officer, "ASEAN");
    const group = groups.find(({ kind }) => kind === "activities");
    expect(group?.hits).toHaveLength(5);
    const all = await search(roles.officer, "ASEAN", { in: "activities" });
    expect(all.groups).toHaveLength(1);
    expect(all.groups[0]?.hits).toHaveLength(group?.total ?? 0);
    await expect(search(roles.officer, "ASEAN", { in: "activities", page: 9 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("finds as many activities as the list to which it leads", async () => {
    for (const context of [roles.officer, roles.focal, roles.viewer, thai]) {
      for (const q of ["quokka", "ASEAN", "ດິຈິຕອນ", "plan 2023"]) {
        const { groups } = await search(context, q);
        const list = await listActivities(context, { ...activitiesAddress.read(new URLSearchParams()), q });
        expect(groups.find(({ kind }) => kind === "activities")?.total ?? 0).toBe(list.totals.total);
      }
    }
  });

  it("shows the words where the title does not", async () => {
    const { groups } = await search(roles.viewer, "trainees");
    expect(groups.map(({ kind }) => kind)).toEqual(["partners", "instruments"]);
    expect(groups[1]?.hits[0]?.excerpt).toContain("280 trainees");
    expect((await search(roles.viewer, "AJCCBC")).groups.at(-1)?.hits[0]?.excerpt).toBeNull();
    // A reader of Lao sees the Lao title, so the English one that was found stands below it.
    const lao = { ...roles.viewer, locale: "lo" as const };
    const [{ hits = [] } = {}] = (await search(lao, "digital identity", { in: "activities" })).groups;
    expect(hits[0]?.excerpt).toBe("Study on digital identity in ASEAN");
    const japan = (await search(lao, "AJCCBC", { in: "partners" })).groups[0]?.hits[0];
    expect(japan?.excerpt).toContain("ສູນຝຶກອົບຮົມ");
  });

  it("finds nothing where nothing was typed, and takes signs literally", async () => {
    for (const q of ["", " ", "-", "zzz%", "zzz_", "'; drop table users; --"])
      expect((await search(roles.admin, q)).total, q).toBe(0);
  });
});

describe("what one may not see is not found", () => {
  it("activities", async () => {
    const all = [shared, hidden, draft];
    expect(await foundBy("activities", "quokka")).toEqual({
      admin: all,
      manager: all,
      officer: all,
      focal: [shared],
      viewer: [shared],
      thai: [shared, draft],
    });
  });

  it("the internal remark, for the desk alone", async () => {
    await database.db.update(planEntries).set({ internalRemark: "Wombat budget" }).where(eq(planEntries.id, shared));
    expect(await foundBy("remarks", "wombat")).toEqual(onlyDesk([shared]));
    const { groups } = await search(roles.officer, "wombat");
    expect(groups[0]?.hits[0]?.excerpt).toBe("Wombat budget");
  });

  it("a comment for the desk, and one for all", async () => {
    const comment = { entryId: shared, authorName: "A colleague" };
    await database.db.insert(comments).values([
      { ...comment, audience: "desk", text: "Numbat for the desk" },
      { ...comment, audience: "all", text: "Bilby for all" },
      { ...comment, audience: "all", text: "Dunnart removed", removedAt: new Date() },
    ]);
    expect(await foundBy("remarks", "numbat")).toEqual(onlyDesk([shared]));
    expect(await foundBy("remarks", "bilby")).toEqual({
      ...onlyDesk([shared]),
      focal: [shared],
      viewer: [shared],
      thai: [shared],
    });
    expect(await foundBy("remarks", "dunnart")).toEqual(onlyDesk([]));
  });

  it("updates: another state's share only for those who read it on the entry's page", async () => {
    const { db } = database;
    const update = { entryId: shared, reportedOn: "2024-01-01", authorName: "A reporter" };
    await db.insert(updates).values([
      { ...update, textEn: "Whole potoroo" },
      { ...update, textEn: "Lao potoroo share", memberStateId: await stateId(db, "LA") },
      { ...update, textEn: "Thai share, bettong", memberStateId: await stateId(db, "TH") },
      { ...update, textEn: "Kowari taken back", takenBackAt: new Date() },
      { ...update, entryId: hidden, textEn: "Potoroo of the hidden one" },
    ]);
    const desk = [shared, hidden];
    expect(await foundBy("remarks", "potoroo")).toEqual({
      admin: desk,
      manager: desk,
      officer: desk,
      focal: [shared],
      viewer: [shared],
      thai: [shared],
    });
    expect(await found(thai, "remarks", "Lao potoroo")).toEqual([]);
    expect(await found(thai, "remarks", "bettong")).toEqual([shared]);
    expect(await found(roles.focal, "remarks", "bettong")).toEqual([shared]);
    expect(await foundBy("remarks", "kowari")).toEqual(onlyDesk([]));
  });

  it("decisions: pending ones and those on hidden entries", async () => {
    const { db } = database;
    const [meeting] = await db.select().from(meetings).where(eq(meetings.code, "ADGSOM-4"));
    const meetingId = meeting?.id ?? 0;
    const decision = { meetingId, verbPrinted: "noted", outcome: "noted" } as const;
    await db.insert(decisions).values([
      { ...decision, entryId: shared, textEn: "Quoll pending" },
      { ...decision, entryId: hidden, textEn: "Dasyure on the hidden one", appliedAt: new Date() },
      { ...decision, entryId: shared, textEn: "Phascogale decided", appliedAt: new Date() },
    ]);
    expect(await foundBy("decisions", "quoll")).toEqual(onlyDesk([meetingId]));
    expect(await foundBy("decisions", "dasyure")).toEqual(onlyDesk([meetingId]));
    expect((await foundBy("decisions", "phascogale")).viewer).toEqual([meetingId]);
    expect((await foundBy("decisions", "phascogale")).thai).toEqual([meetingId]);
  });

  it("meetings are found by an item of their agenda", async () => {
    const [meeting] = await database.db.select().from(meetings).where(eq(meetings.code, "JWG-2023"));
    const meetingId = meeting?.id ?? 0;
    await database.db.insert(agendaItems).values({ meetingId, position: 90, titleEn: "Review of the mulgara" });
    expect((await foundBy("meetings", "mulgara")).viewer).toEqual([meetingId]);
  });
});

describe("near misses", () => {
  const near = (q: string, context = roles.viewer) => listNearWords(context, { q });

  // The English and the Lao name of "digital identity" in the reference data.
  it.each([
    ["digital identty", "digital identity"],
    ["digtal identity", "digital identity"],
    ["ຕົວຕົນດິຈິທອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["ຕົວຕົນດິຈິຕອມ", "ຕົວຕົນດິຈິຕອນ"],
    ["ຕົວຕົນດິຈຕອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["ຕົວຕົນດິຕິຈອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["ຕົວຕົນ ດິຈີທອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["ໂຕຕົນດິຈິຕອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["ຕົວຕນດິຈິຕອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["AJCBC", "AJCCBC"],
    ["ADGMNI-3", "ADGMIN-3"],
    ["Autralia", "Australia"],
    ["cybersecurty", "cybersecurity"],
  ])("%s", async (q, meant) => {
    const offered = (await near(q)).map((text) => text.toLowerCase());
    expect(offered).toContain(meant.toLowerCase());
    const results = await Promise.all(offered.map((text) => search(roles.viewer, text)));
    for (const { total } of results) expect(total).toBeGreaterThan(0);
  });

  it.each(["ຕົວຕົນດີຈີຕອນ", "ຕົວຕົນດິຈິຕອລ", "ຕົວ ຕົນ ດິຈິ ຕອນ", "ຕົວຕົນ ດິຈິຕອນ", "ຕົວຕົ້ນດິຈິຕອນ", "ຕົວຕົນດິຈິຕອຣ"])(
    "%s is found without a near miss",
    async (q) => {
      expect((await found(roles.viewer, "activities", q)).length).toBeGreaterThan(0);
    },
  );

  it("offers no word of a title that one may not see", async () => {
    await addOngoing(database.db, { proponent: "LA", titleEn: "Thylacine census", isConfidential: true });
    expect(await near("thilacine", roles.officer)).toEqual(["Thylacine"]);
    for (const context of [roles.viewer, roles.focal, thai]) expect(await near("thilacine", context)).toEqual([]);
  });
});
