import type { Page } from "@playwright/test";
import { locales } from "../../domain/vocabulary";
import { ask } from "../support/database";
import { addEntry, addOngoing, completeDraft, planId, stateId, storedEntry } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { escaped, exactly, words } from "../support/labels";

test.use({ expectedErrors: [/status of 404/] });

for (const lang of locales) {
  const w = words(lang);
  const field = (page: Page, name: Parameters<typeof names>[0]) => page.getByLabel(exactly(names(name)));
  const names = (name: "titleEn" | "titleLo" | "textEn" | "scheduleReason" | "progress" | "note" | "focalPoint") =>
    w(`activity.field.${name}`);
  const press = (page: Page, name: string) => page.getByRole("button", { name: exactly(name) }).click();

  test.describe(`${lang}: the work on an entry`, () => {
    test("an update changes status, schedule and progress with a reason, and appears in timeline and history", async ({
      as,
      server,
    }) => {
      const { id } = await addOngoing(server, { lead: "LA" });
      const page = await as("officer", { lang });
      await page.goto(`/activities/${id}`);
      await page.getByRole("link", { name: w("activity.actions.report") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("activity.report.title"));
      await page.getByRole("radio", { name: exactly(w("terms.status.implemented")) }).check({ force: true });
      await page.getByRole("radio", { name: exactly(w("terms.schedule.extended")) }).check({ force: true });
      await field(page, "progress").fill("90");
      const said = "The study is written; ບົດລາຍງານກຳລັງແປ";
      await field(page, "textEn").fill(said);
      await press(page, w("activity.report.save"));
      const reason = page.getByLabel(exactly(w("activity.report.reason")));
      await expect(page.getByText(w("errors.REASON_REQUIRED")).first()).toBeVisible();
      await expect(field(page, "textEn")).toHaveValue(said);
      await expect(page.getByRole("radio", { name: exactly(w("terms.schedule.extended")) })).toBeChecked();
      await reason.fill("Translation takes two more months");
      await press(page, w("activity.report.save"));

      await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
      const timeline = page.getByRole("region", { name: w("activity.sections.updates") });
      for (const text of [said, "Translation takes two more months", w("terms.status.implemented"), "90"]) {
        await expect(timeline).toContainText(text);
      }
      expect(await storedEntry(server, id)).toMatchObject({
        status: "implemented",
        schedule: "extended",
        progress: 90,
      });

      await page.getByRole("link", { name: exactly(w("activity.sections.history")) }).click();
      const change = page
        .getByRole("listitem")
        .filter({ hasText: w("activity.change.entry_report") })
        .first();
      await expect(change).toContainText(w("activity.history.by", { name: "Sample officer" }));
      await expect(change).toContainText(`${w("activity.field.progress")}: `);
      await expect(change).toContainText(w("terms.status.implemented"));
    });

    test("the second of two editors sees both versions, keeps the typed text, and overwrites", async ({
      as,
      server,
    }) => {
      const { id } = await addOngoing(server, { lead: "LA", titleEn: "Title before both" });
      const [first, second] = [await as("officer", { lang }), await as("manager", { lang })];
      for (const page of [first, second]) await page.goto(`/activities/${id}/edit`);
      await field(first, "titleEn").fill("Title of the first");
      await field(second, "titleEn").fill("Title of the second");
      await second.getByLabel(exactly(w("activity.field.fund"))).fill("AIF");
      await press(first, w("activity.edit.save"));
      await expect(first.getByText(w("activity.saved.edit"))).toBeVisible();

      await press(second, w("activity.edit.save"));
      const both = second.getByRole("alert").filter({ hasText: w("activity.form.conflictTitle") });
      await expect(both.getByRole("row", { name: /Title of the first.*Title of the second/ })).toBeVisible();
      await expect(field(second, "titleEn")).toHaveValue("Title of the second");
      await expect(second.getByLabel(exactly(w("activity.field.fund")))).toHaveValue("AIF");
      await press(second, w("activity.edit.save"));
      await expect(second.getByText(w("activity.saved.edit"))).toBeVisible();
      await expect(second.getByRole("heading", { level: 1 })).toContainText("Title of the second");
      expect(await storedEntry(server, id)).toMatchObject({ fund: "AIF" });

      // The history contains both changes.
      await second.goto(`/activities/${id}/history`);
      for (const title of ["Title of the first", "Title of the second"]) {
        await expect(second.getByText(title).first()).toBeVisible();
      }
    });

    test("a new plan, a new draft, edited and submitted; the manager's decision changes its stage", async ({
      as,
      server,
    }) => {
      const page = await as("officer", { lang });
      const year = lang === "en" ? 2041 : 2042;
      await page.goto("/plans");
      await page.getByRole("link", { name: w("plans.new") }).click();
      await page.getByLabel(exactly(w("plans.form.titleEn"))).fill(`Plan of ${year}`);
      await page.getByLabel(exactly(w("plans.form.titleLo"))).fill(`ແຜນວຽກ ${year}`);
      await page.getByLabel(exactly(w("plans.form.periodEn"))).fill(String(year));
      await page.getByLabel(exactly(w("plans.form.periodLo"))).fill(String(year));
      await page.getByLabel(exactly(w("plans.form.periodStartsOn"))).fill(`${year}-01-01`);
      await page.getByLabel(exactly(w("plans.form.periodEndsOn"))).fill(`${year}-12-31`);
      await page.getByLabel(exactly(w("plans.form.approvedCount"))).fill("3");
      await press(page, w("plans.form.create"));
      await expect(page.getByText(`${w("plans.form.sourceTitle")}: ${w("errors.REQUIRED")}`)).toBeVisible();
      await expect(page.getByLabel(exactly(w("plans.form.titleEn")))).toHaveValue(`Plan of ${year}`);
      await page.getByLabel(exactly(w("plans.form.sourceTitle"))).fill("Minutes of a meeting");
      await press(page, w("plans.form.create"));
      await expect(page.getByText(w("plans.saved"))).toBeVisible();
      await expect(page.getByText(/Minutes of a meeting/).first()).toBeVisible();

      await page.getByRole("link", { name: w("plans.addActivity") }).click();
      await field(page, "titleLo").fill(`ກອງປະຊຸມຝຶກອົບຮົມ ${year}`);
      await page.getByLabel(exactly(w("activity.field.originalLocale"))).selectOption("lo");
      await page
        .getByLabel(exactly(w("activity.field.proponentStateId")))
        .selectOption(String(await stateId(server, "LA")));
      await press(page, w("activity.edit.create"));
      await expect(page.getByText(w("activity.saved.create"))).toBeVisible();
      const address = new URL(page.url()).pathname;

      await page.getByRole("link", { name: exactly(w("activity.actions.edit")) }).click();
      await field(page, "titleEn").fill(`Training ${year}`);
      await press(page, w("activity.edit.save"));
      await expect(page.getByText(w("activity.saved.edit"))).toBeVisible();
      await press(page, w("activity.actions.submit"));
      // Nine parts are missing: the outcome and the eight parts of the concept note.
      await expect(page.getByRole("alert").filter({ hasText: "9" })).toBeVisible();
      await completeDraft(server, Number(address.split("/").at(-1)));
      await press(page, w("activity.actions.submit"));
      await expect(page.getByText(w("activity.saved.submit"))).toBeVisible();
      await expect(page.getByRole("link", { name: w("activity.actions.decide") })).toHaveCount(0);

      const manager = await as("manager", { lang });
      await manager.goto(address);
      await manager.getByRole("link", { name: w("activity.actions.decide") }).click();
      const [meeting] = await ask<{ id: string }>(server, "select id::text from meetings where code = 'ADGMIN-3'");
      await manager.getByLabel(exactly(w("activity.field.meetingId"))).selectOption(meeting?.id ?? "");
      await manager.getByLabel(exactly(w("activity.field.verbPrinted"))).fill("ຮັບຮອງ");
      await manager.getByLabel(exactly(w("activity.field.outcome"))).selectOption("approved");
      await press(manager, w("activity.decide.save"));
      await expect(manager.getByText(w("activity.saved.decide"))).toBeVisible();
      const decisions = manager.getByRole("region", { name: w("activity.sections.decisions") });
      await expect(decisions).toContainText("ADGMIN-3");
      await expect(decisions).toContainText("ຮັບຮອງ");
      const [row] = await ask(server, "select stage, status from plan_entries where id = $1", [
        address.split("/").pop(),
      ]);
      expect(row).toEqual({ stage: "approved", status: "not_started" });
      await expect(manager.getByText(w("terms.status.not_started")).first()).toBeVisible();
    });

    test("a draft is removed after a confirmation, and is no longer in the plan", async ({ as, server }) => {
      const { id } = await addEntry(server, { titleEn: `Draft to remove ${lang}` });
      const page = await as("officer", { lang });
      await page.goto(`/activities/${id}`);
      await page.getByRole("link", { name: w("activity.actions.remove"), exact: true }).click();
      await page
        .getByLabel(exactly(w("activity.removal.reason")))
        .first()
        .fill("Entered twice");
      await press(page, w("activity.removal.remove"));
      await expect(page).toHaveURL(new RegExp(`/plans/${await planId(server, 2022)}\\?saved=removed$`));
      await expect(page.getByText(`Draft to remove ${lang}`)).toHaveCount(0);
      expect((await page.goto(`/activities/${id}`))?.status()).toBe(404);
    });

    test("a focal point reports its state's share; a viewer cannot open any form", async ({ as, server }) => {
      const { id } = await addOngoing(server, { lead: "TH", participants: ["LA"], titleEn: `Shared work ${lang}` });
      const page = await as("focal.la", { lang });
      await page.goto(`/activities/${id}`);
      await expect(page.getByRole("link", { name: w("activity.actions.report") })).toHaveCount(0);
      await page.getByRole("link", { name: w("activity.actions.state") }).click();
      await page.getByLabel(exactly(w("activity.field.status"))).selectOption("ongoing");
      await field(page, "note").fill("ພາກສ່ວນຂອງ ສປປ ລາວ ດຳເນີນໄປດີ");
      await press(page, w("activity.state.save"));
      await expect(page.getByText(w("activity.saved.state"))).toBeVisible();
      await expect(page.getByRole("region", { name: w("activity.sections.states") })).toContainText("ດຳເນີນໄປດີ");

      const viewer = await as("viewer", { lang });
      await viewer.goto(`/activities/${id}`);
      await expect(viewer.getByRole("heading", { level: 1 })).toContainText(`Shared work ${lang}`);
      for (const act of ["report", "edit", "decide", "state"] as const) {
        await expect(viewer.getByRole("link", { name: exactly(w(`activity.actions.${act}`)) })).toHaveCount(0);
      }
      for (const form of ["report", "edit", "decide", "states/LA"]) {
        expect((await viewer.goto(`/activities/${id}/${form}`))?.status(), form).toBe(404);
        await expect(viewer.getByText(w("errors.page.notFound.title"))).toBeVisible();
      }
      await viewer.goto("/activities");
      await expect(viewer.getByRole("link", { name: exactly(w("activities.new")) })).toHaveCount(0);
    });

    test("each plan has the official number beside the register's", async ({ as }) => {
      const page = await as("viewer", { lang });
      await page.goto("/plans");
      const row = (year: number) =>
        page
          .getByRole("row")
          .filter({ hasText: new RegExp(`ATRC.*${year}`) })
          .first();
      const sentence = (kind: "approved" | "proposed", official: number, sample: number) =>
        `${w(`plans.${kind}`)}: ${w("plans.compare", { official, register: official, sample })}, ${w("plans.matches")}`;
      await expect(row(2023)).toContainText(sentence("approved", 13, 11));
      await expect(row(2024)).toContainText(sentence("proposed", 15, 14));
      await row(2023).getByRole("link").click();
      await expect(page.getByText(sentence("approved", 13, 11))).toBeAttached();
      const ofState = w("plans.compare", { official: 2, register: 2, sample: 0 });
      await expect(page.getByText(new RegExp(escaped(ofState))).first()).toBeAttached();
    });
  });
}
