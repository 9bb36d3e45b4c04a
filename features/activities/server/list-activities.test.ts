import { sql, TransactionRollbackError } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Transaction } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { periods } from "@/db/schema/periods";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry, addOngoing, listQuery } from "../testing";
import { countFacet } from "./count-facet";
import { listOrder, orderBeside } from "./lib/order";
import { selectPage } from "./lib/select";
import { listWhere } from "./lib/where";
import { listActivities } from "./list-activities";
import { nameChosen } from "./name-chosen";

let database: TestDatabase;
let officer: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  officer = await contextOf(database.db, "officer");
});
afterAll(() => database.drop());

const codes = async (context: Context, search: string) =>
  (await listActivities(context, listQuery(search))).rows.map((row) => row.code);
const titles = async (context: Context, search: string) =>
  (await listActivities(context, listQuery(search))).rows.map((row) => row.titleLo ?? row.titleEn);

/** How the database would read a page of the list with this search. */
async function planOfSearch(tx: Transaction, typed: string): Promise<string[]> {
  const { db } = database;
  const query = listQuery(`q=${encodeURIComponent(typed)}`);
  const { where, beside } = listWhere(db, officer.actor, query);
  const wanted = { where, order: listOrder(query, "en"), limit: 50, offset: 0, today: "2026-11-22" };
  const page = selectPage(db, { ...wanted, beside: new Set([...beside, ...orderBeside(query)]) }, beside);
  const { rows } = await tx.execute(sql`explain ${page}`);
  return rows.map((row) => Object.values(row).join());
}

describe("the list of activities", () => {
  it("contains the two entries of Lao PDR in 2023", async () => {
    const found = await listActivities(officer, listQuery("period=CYCLE-2023&state=LA&sort=code.asc"));
    expect(found.rows.map((row) => row.code)).toEqual(["23-01", "23-02"]);
    expect(found.rows[0]).toMatchObject({ stage: "approved", stageBody: "ADGMIN", status: null, isSample: false });
  });

  it.each([
    ["ດິຈິຕອນ", "23-02"],
    ["ດີຈິຕອນ", "23-02"],
    ["ການສຶກສາ", "23-02"],
    ["ຂັບເຄື່ອນ ອຸດສາຫະກຳ", "24-01"],
    ["digital identity", "23-02"],
    ["INVESTMENT attraction", "23-01"],
  ])("finds %s in any spelling", async (words, code) => {
    expect(await codes(officer, `q=${encodeURIComponent(words)}`)).toContain(code);
  });

  it.each(["%", "_", "\\", "(", "[", "*", "'; drop table users; --"])("takes %s literally", async (sign) => {
    const found = await listActivities(officer, listQuery(`q=${encodeURIComponent(`zzz${sign}`)}`));
    expect(found.totals.total).toBe(0);
  });

  it("searches by the trigram index once there are many activities", async () => {
    await database.db
      .transaction(async (tx) => {
        await tx.execute(sql`
          insert into activities (code, title_en, original_locale)
          select 'P' || n, 'Programme ' || md5(n::text), 'en' from generate_series(1, 6000) n`);
        await tx.execute(sql`
          insert into plan_entries (activity_id, work_plan_id, stage)
          select id, (select min(id) from work_plans), 'draft' from activities where code like 'P%'`);
        await tx.execute(sql`select gin_clean_pending_list('activities_folded_idx')`);
        await tx.execute(sql`analyze activities, plan_entries`);
        for (const typed of ["ການສຶກສາ", "digital identity", "ອາເມຣິກາ", "23-02", "ຄັ້ງທີ 3"]) {
          const steps = await planOfSearch(tx, typed);
          expect(
            steps.filter((step) => step.includes("activities_folded_idx")).length,
            steps.join("\n"),
          ).toBeGreaterThan(1);
        }
        tx.rollback();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TransactionRollbackError)) throw error;
      });
  });

  it("sorts by several keys, empty values last in both directions", async () => {
    await addOngoing(database.db, { year: 2022, proponent: "TH", progress: 10, titleEn: "Sort A" });
    await addOngoing(database.db, { year: 2022, proponent: "TH", progress: 90, titleEn: "Sort B" });
    await addOngoing(database.db, { year: 2022, proponent: "MM", progress: null, titleEn: "Sort C" });
    await addOngoing(database.db, { year: 2022, proponent: "MM", progress: 50, titleEn: "Sort D" });
    const list = (sort: string) => titles(officer, `period=CYCLE-2022&sort=${sort}`);
    expect(await list("lead.asc,progress.desc")).toEqual(["Sort D", "Sort C", "Sort B", "Sort A"]);
    expect(await list("lead.desc,progress.asc")).toEqual(["Sort A", "Sort B", "Sort D", "Sort C"]);
  });

  it("sorts Lao by Lao rules: a leading vowel under its consonant, the reader's script first", async () => {
    const words = ["ໄທ", "ກອງ", "ເກາະ", "ລາວ", "ທະເລ", "ນ້ຳ"];
    for (const titleLo of words)
      await addEntry(database.db, { year: 2021, titleEn: null, titleLo, stage: "submitted" });
    const lao = await contextOf(database.db, "officer", undefined, "lo");
    const expected = [...words].sort(new Intl.Collator("lo").compare);
    expect(await titles(lao, "period=CYCLE-2021&sort=title.asc")).toEqual(expected);

    await addEntry(database.db, { year: 2021, titleEn: "Not in Lao yet", titleLo: null, stage: "submitted" });
    expect((await titles(lao, "period=CYCLE-2021&sort=title.asc")).at(-1)).toBe("Not in Lao yet");
    expect((await titles(officer, "period=CYCLE-2021&sort=title.asc"))[0]).toBe("Not in Lao yet");
  });

  it("neither repeats nor drops a row across pages when all keys tie", async () => {
    for (let made = 0; made < 60; made += 1) {
      await addOngoing(database.db, { year: 2025, proponent: "SG", titleEn: "Tied" });
    }
    const pages = [1, 2, 3].map((page) =>
      listActivities(officer, listQuery(`period=CYCLE-2025&state=SG&sort=status.asc,progress.desc&page=${page}`)),
    );
    const ids = (await Promise.all(pages)).flatMap((page) => page.rows.map((row) => row.id));
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  it("refuses a page beyond the last", async () => {
    await expect(listActivities(officer, listQuery("page=999"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["plan=999999999", "period=CYCLE-1999", "state=XX", "partner=XX", "outcome=DO99"])(
    "refuses %s, which does not exist",
    async (search) => {
      await expect(listActivities(officer, listQuery(search))).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );

  it("counts for each choice of a facet the rows it would leave under the other filters", async () => {
    const query = listQuery("period=CYCLE-2025&state=SG&status=ongoing");
    const choices = await countFacet(officer, { facet: "status", query });
    for (const choice of choices) {
      const narrowed = { ...query, status: [choice.value as "ongoing"] };
      const { totals } = await listActivities(officer, narrowed);
      expect(totals.total, choice.value).toBe(choice.count);
    }
    const states = await countFacet(officer, { facet: "state", query: listQuery("period=CYCLE-2023") });
    expect(states.find((choice) => choice.value === "LA")).toMatchObject({ count: 2, nameLo: "ສປປ ລາວ" });
  });
});

describe("a facet with several values for an entry", () => {
  it("counts the entry once under each choice", async () => {
    const id = await addEntry(database.db, { year: 2024, titleEn: "Twice annual", stage: "submitted" });
    const cycles = await database.db.select({ id: periods.id }).from(periods).orderBy(periods.id).limit(2);
    const rows = cycles.map(
      ({ id: periodId }) => ({ entryId: id, periodId, kind: "annual", state: "proposed" }) as const,
    );
    await database.db.insert(entryPriorities).values(rows);
    const query = listQuery("q=twice+annual");
    const choices = await countFacet(officer, { facet: "priority", query });
    expect(choices).toEqual([expect.objectContaining({ value: "annual", count: 1 })]);
  });
});

describe("a partner that is both the plan's and a party", () => {
  it("counts each entry once, and finds as many as it counts", async () => {
    const { db } = database;
    const [partner] = await db.select({ id: partners.id, code: partners.code }).from(partners).orderBy(partners.id);
    if (!partner) throw new Error("no partner");
    const entryId = await addEntry(db, { year: 2024, titleEn: "Paid by a friend", stage: "submitted" });
    const party = { entryId, partnerId: partner.id };
    await db.insert(entryParties).values([
      { ...party, role: "funder" },
      { ...party, role: "participant" },
    ]);
    for (const search of ["", "q=paid+by+a+friend"]) {
      const choices = await countFacet(officer, { facet: "partner", query: listQuery(search) });
      expect(choices.map(({ value }) => value)).toContain(partner.code);
      for (const { value, count } of choices) {
        const { totals } = await listActivities(officer, listQuery(`${search}&partner=${value}`));
        expect(totals.total, `${search} ${value}`).toBe(count);
      }
    }
  });
});

describe("the filters that the overview links to", () => {
  const base = { year: 2021, stage: "approved" } as const;
  const found = async (search: string) => {
    const { rows, totals } = await listActivities(
      officer,
      listQuery(`q=led&period=CYCLE-2021&sort=title.asc&${search}`),
    );
    expect(totals.total).toBe(rows.length);
    return rows.map((row) => row.titleEn);
  };

  beforeAll(async () => {
    const { db } = database;
    // The last recorded meeting of 2021 was on 2021-01-22.
    const work = { ...base, status: "ongoing", schedule: "on_track", lastReportedOn: "2021-01-20" } as const;
    await addEntry(db, { ...work, titleEn: "Led by LA", titleLo: "ນຳໂດຍລາວ", proponent: "LA" });
    await addEntry(db, { ...work, titleEn: "Led late", proponent: "TH", plannedEndOn: "2021-01-21" });
    await addEntry(db, { ...work, titleEn: "Led silently", proponent: "TH", lastReportedOn: "2020-10-01" });
    await addEntry(db, { ...base, titleEn: "Led to the end", status: "completed", plannedEndOn: "2021-01-01" });
  });

  it("compute late and silent against the last meeting of a past year", async () => {
    expect(await found("signal=late")).toEqual(["Led late"]);
    expect(await found("signal=silent")).toEqual(["Led silently"]);
    expect(await found("signal=late,silent")).toEqual(["Led late", "Led silently"]);
  });

  it("find titles without Lao text, and rows without a lead state or an outcome", async () => {
    expect(await found("signal=untranslated")).toEqual(["Led late", "Led silently", "Led to the end"]);
    expect(await found("state=none")).toEqual(["Led to the end"]);
    expect(await found("outcome=none")).toHaveLength(4);
    expect(await found("owner=LA")).toEqual(["Led by LA"]);
  });

  it.each(["signal", "owner", "state", "outcome"] as const)(
    "counts for each choice of %s the rows it would leave",
    async (facet) => {
      const query = listQuery("q=led&period=CYCLE-2021");
      const choices = await countFacet(officer, { facet, query });
      expect(choices.length).toBeGreaterThan(0);
      for (const { value, count } of choices) expect(await found(`${facet}=${value}`), value).toHaveLength(count);
    },
  );
});

describe("the rows of each role", () => {
  it("are the same in rows, totals and facets", async () => {
    const roles = await everyRole(database.db, "LA");
    await addEntry(database.db, { year: 2026, titleEn: "Scope draft TH", proponent: "TH" });
    await addEntry(database.db, { year: 2026, titleEn: "Scope own draft", proponent: "LA" });
    await addEntry(database.db, {
      year: 2026,
      titleEn: "Scope takes part",
      stage: "submitted",
      proponent: "TH",
      participants: ["LA"],
    });
    await addEntry(database.db, { year: 2026, titleEn: "Scope of others", stage: "submitted", proponent: "TH" });
    await addEntry(database.db, {
      year: 2026,
      titleEn: "Scope secret",
      stage: "submitted",
      proponent: "LA",
      isConfidential: true,
    });
    const expected = {
      admin: ["Scope draft TH", "Scope of others", "Scope own draft", "Scope secret", "Scope takes part"],
      manager: ["Scope draft TH", "Scope of others", "Scope own draft", "Scope secret", "Scope takes part"],
      officer: ["Scope draft TH", "Scope of others", "Scope own draft", "Scope secret", "Scope takes part"],
      focal: ["Scope own draft", "Scope takes part"],
      viewer: ["Scope of others", "Scope takes part"],
    };
    for (const [role, context] of Object.entries(roles)) {
      const query = listQuery("q=scope&period=CYCLE-2026&sort=title.asc");
      const { rows, totals } = await listActivities(context, query);
      expect(
        rows.map((row) => row.titleEn),
        role,
      ).toEqual(expected[role as keyof typeof expected]);
      expect(totals.total, role).toBe(rows.length);
      const facet = await countFacet(context, { facet: "state", query });
      expect(
        facet.reduce((sum, choice) => sum + choice.count, 0),
        role,
      ).toBe(rows.length);
    }
  });

  it("have the actions that the actor may take", async () => {
    const roles = await everyRole(database.db, "LA");
    await addOngoing(database.db, { year: 2026, titleEn: "Flags own", proponent: "LA" });
    await addOngoing(database.db, { year: 2026, titleEn: "Flags part", proponent: "TH", participants: ["LA"] });
    const flags = async (context: Context) =>
      (await listActivities(context, listQuery("q=flags&sort=title.asc"))).rows.map((row) => row.can.progress);
    expect(await flags(roles.officer)).toEqual([true, true]);
    expect(await flags(roles.focal)).toEqual([true, false]);
    expect(await flags(roles.viewer)).toEqual([false, false]);
  });
});

describe("the chosen values of the facets", () => {
  it("have names where they are rows, and nothing is read of the other facets", async () => {
    const query = listQuery("period=CYCLE-2023&state=LA&state=none&status=ongoing");
    const { period, state, status, plan } = await nameChosen(officer, { query });
    expect(period?.map(({ value, nameEn }) => [value, nameEn === null])).toEqual([["CYCLE-2023", false]]);
    expect(state).toMatchObject([{ value: "LA", nameEn: "Lao PDR" }, { value: "none" }]);
    expect(status).toEqual([{ value: "ongoing", nameEn: null, nameLo: null }]);
    expect(plan).toBeUndefined();
  });

  it("keep a value that is not a choice, so that its filter can be removed", async () => {
    const { state } = await nameChosen(officer, { query: listQuery("state=XX") });
    expect(state).toEqual([{ value: "XX", nameEn: null, nameLo: null }]);
  });
});
