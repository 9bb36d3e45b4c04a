import { callAction, type Fields } from "../access/actions";
import { nasty } from "../access/hostile-inputs";
import { ask, tableMarks } from "../support/database";
import { addEntry, addOngoing, stateId, storedEntry } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { send, sessionsOf } from "../support/http";
import type { TestSite } from "../support/server";
import { type Person, people } from "../support/session";

let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  sessions = await sessionsOf(server, people);
});

test.describe("a form", () => {
  const forms: {
    name: string;
    page: (id: number) => string;
    fields: (id: number, site: TestSite) => Promise<Fields>;
  }[] = [
    {
      name: "activities/report",
      page: (id) => `/activities/${id}/report`,
      fields: async (id) => ({
        entryId: String(id),
        version: "1",
        status: "ongoing",
        schedule: "on_track",
        scheduleReason: "",
        progress: "40",
        reportedOn: "2023-05-05",
        textEn: "x",
        textLo: "x",
        issues: "",
        nextSteps: "",
        decisionSought: "",
        meetingId: "",
      }),
    },
    {
      name: "activities/edit",
      page: (id) => `/activities/${id}/edit`,
      fields: async (id) => ({
        entryId: String(id),
        version: "1",
        activityVersion: "1",
        titleEn: "T",
        titleLo: "",
        originalLocale: "en",
        kind: "study",
        summaryEn: "",
        summaryLo: "",
        outcomeIds: [],
        proponentStateId: "",
        participantStateIds: [],
        coProponentStateIds: [],
        implementingStateIds: [],
        funderPartnerIds: [],
        plannedStartOn: "",
        plannedEndOn: "",
        actualStartOn: "",
        actualEndOn: "",
        budgetApprovedUsd: "",
        budgetDisbursedUsd: "",
        fund: "",
        counted: "no",
        isConfidential: "",
        internalRemark: "",
      }),
    },
    {
      name: "activities/changeRows",
      page: () => "/activities",
      fields: async (id) => ({ rows: `${id}:1`, status: "", schedule: "", scheduleReason: "", progress: "41" }),
    },
    {
      name: "activities/reportShare",
      page: (id) => `/activities/${id}/states/LA`,
      fields: async (id, site) => ({
        entryId: String(id),
        memberStateId: String(await stateId(site, "LA")),
        version: "1",
        status: "",
        note: "n",
        focalPoint: "",
      }),
    },
    {
      name: "plans/create",
      page: () => "/plans/new",
      fields: async () => ({
        framework: "adgsom_atrc",
        partnerId: "",
        periodId: "",
        periodEn: "",
        periodLo: "",
        periodStartsOn: "",
        periodEndsOn: "",
        masterplanId: "",
        state: "preparing",
        titleEn: "",
        titleLo: "",
        approvedCount: "",
        proposedCount: "",
        sourceTitle: "",
        sourcePublisher: "",
        sourcePublishedOn: "",
        sourceAddress: "",
      }),
    },
    {
      name: "users/add",
      page: () => "/admin/users/new",
      fields: async () => ({ email: "", name: "", role: "", state: "" }),
    },
  ];

  for (const { name, page, fields } of forms) {
    test(`${name} accepts any value of any field or refuses it with a message, and never fails`, async ({ server }) => {
      test.slow();
      const { id } = await addOngoing(server, { lead: "LA" });
      const good = await fields(id, server);
      for (const field of Object.keys(good)) {
        for (const value of [...nasty, ["a", "b"], ["1", "1"]]) {
          const sent = { ...good, [field]: value };
          const answer = await callAction(server, page(id), name, sent, { session: sessions.admin });
          const what = `${field}=${String(value).slice(0, 30)}`;
          expect(answer.status, what).toBeLessThan(500);
          if (!answer.text.includes('"ok":false')) continue;
          const refusal = /"refusal":(\{.*\})\}/.exec(answer.text)?.[1] ?? "{}";
          const {
            code,
            message,
            fields: named,
          } = JSON.parse(refusal) as {
            code: string;
            message: string;
            fields: { field: string; message: string }[];
          };
          expect(message, what).toMatch(/^[A-Z].*\.$/s);
          if (code === "INVALID_INPUT")
            expect(
              named.every((one) => one.field && one.message),
              what,
            ).toBe(true);
          if (code === "INVALID_INPUT") expect(named.length, what).toBeGreaterThan(0);
        }
      }
      // The process is unaffected: the next request is a normal one.
      expect((await send(server, "/activities", { session: sessions.viewer })).status).toBe(200);
    });
  }

  test("a change of stage that the rules do not allow is refused, and nothing is written", async ({ server }) => {
    const [draft, closed] = [
      await addEntry(server, { lead: "LA" }),
      await addOngoing(server, { lead: "LA", year: 2021 }),
    ];
    const [meeting] = await ask<{ id: string }>(server, "select id::text from meetings where code = 'ADGMIN-3'");
    await ask(
      server,
      "update work_plans set state = 'closed' where id = (select work_plan_id from plan_entries where id = $1)",
      [closed.id],
    );
    const before = await tableMarks(server);
    const approve = { meetingId: meeting?.id ?? "", verbPrinted: "approved", outcome: "approved", version: "1" };
    const progress = { version: "1", status: "ongoing", schedule: "on_track", progress: "50" };
    const steps: [string, Fields, string][] = [
      ["meetings/decide", { ...approve, entryId: String(draft.id) }, "STAGE_STEP_REFUSED"],
      ["activities/report", { ...progress, entryId: String(draft.id) }, "STATUS_NEEDS_APPROVAL"],
      ["activities/report", { ...progress, entryId: String(closed.id) }, "PLAN_CLOSED"],
      ["activities/changeRows", { rows: `${closed.id}:1`, progress: "50" }, "PLAN_CLOSED"],
      ["activities/submit", { entryId: String(closed.id), version: "1" }, "PLAN_CLOSED|NOT_A_DRAFT"],
      ["activities/remove", { entryId: String(closed.id), version: "1" }, "PLAN_CLOSED|NOT_A_DRAFT"],
    ];
    for (const [name, fields, code] of steps) {
      const { text } = await callAction(server, "/activities", name, fields, { session: sessions.manager });
      expect(text, name).toMatch(new RegExp(`"code":"(${code})"`));
    }
    expect(await tableMarks(server)).toEqual(before);
    await ask(server, "update work_plans set state = 'preparing' where state = 'closed'");
  });

  test("of fifty concurrent saves of the same version one succeeds; the others get a conflict", async ({ server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        callAction(
          server,
          "/activities",
          "activities/changeRows",
          { rows: `${id}:1`, progress: String(41 + n) },
          {
            session: sessions.officer,
          },
        ),
      ),
    );
    const won = answers.filter(({ text }) => text.includes('"ok":true'));
    expect(won).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('"CONFLICT"'))).toHaveLength(49);
    expect(await storedEntry(server, id)).toMatchObject({ version: 2 });
  });

  test("submitted text is shown verbatim and is never executed", async ({ as, server }) => {
    const texts = [
      '<img src=x onerror="alert(1)">',
      "</script><script>alert(1)</script>",
      "{{constructor}}",
      "\u2028line",
    ];
    const { id, code } = await addOngoing(server, { lead: "LA", titleEn: texts.join(" "), titleLo: texts.join(" ") });
    const fields = { entryId: String(id), version: "1", status: "ongoing", schedule: "delayed", progress: "50" };
    const said = texts.join(" ");
    await callAction(
      server,
      "/activities",
      "activities/report",
      { ...fields, scheduleReason: said, textEn: said },
      {
        session: sessions.officer,
      },
    );
    const page = await as("officer");
    page.on("dialog", (dialog) => {
      throw new Error(`a script ran: ${dialog.message()}`);
    });
    for (const address of [
      `/activities/${id}`,
      `/activities/${id}/history`,
      `/activities/${id}/edit`,
      `/activities?q=${code}`,
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto(`/activities/${id}`);
    await expect(page.getByText('<img src=x onerror="alert(1)">').first()).toBeVisible();
  });
});
