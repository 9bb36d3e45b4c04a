import type { Page } from "@playwright/test";
import { conceptFields } from "../../domain/concept";
import type { Stage } from "../../domain/lifecycle";
import { locales } from "../../domain/vocabulary";
import { formatDay } from "../../i18n/format";
import { meetingInText } from "../../i18n/meeting-name";
import { stateId } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";
import { textsOfPaper } from "../support/paper";
import {
  addPlan,
  askForClearance,
  closeMeeting,
  decideAt,
  meetingsOf,
  planMeeting,
  press,
  shownId,
  standsAt,
  standsBefore,
} from "../support/year";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

for (const lang of locales) {
  const w = words(lang);
  // Years long over, used by this spec only: their meetings may be closed, and no other spec writes
  // into them.
  const { year, ordinal } = { en: { year: 2011, ordinal: 811 }, lo: { year: 2013, ordinal: 813 } }[lang];
  const meetings = meetingsOf(year, ordinal);
  const [jwg, retreat, adgsom, adgmin] = meetings.map(({ code }) => code) as [string, string, string, string];
  const titles = { en: `Regional portal ${year}`, lo: `ປະຕູຂໍ້ມູນພາກພື້ນ ${year}` };
  const title = titles[lang];
  const reportText = { en: `The portal is half built ${year}`, lo: `ສ້າງໄດ້ເຄິ່ງໜຶ່ງແລ້ວ ${year}` };
  const planTitle = { en: "Work plan", lo: "ແຜນວຽກ" }[lang];
  const field = (page: Page, name: Parameters<typeof nameOf>[0]) => page.getByLabel(exactly(nameOf(name)));
  const nameOf = (
    name: "titleEn" | "titleLo" | "originalLocale" | "proponentStateId" | "progress" | "textEn" | "textLo",
  ) => w(`activity.field.${name}`);

  /** The names of the buttons and links with which an entry can be changed. */
  const acts = (["report", "edit", "decide", "agenda", "submit", "remove"] as const).map((act) =>
    exactly(w(`activity.actions.${act}`)),
  );

  /**
   * Expects the entry as of a past moment: with the banner, at this stage, and without controls.
   */
  const named = (code: string) => meetingInText(code, (body) => w(`terms.byBody.${body}`));

  async function expectPast(page: Page, id: number, asOf: string, banner: string): Promise<void> {
    expect((await page.goto(`/activities/${id}?asof=${asOf}`))?.status(), asOf).toBe(200);
    await expect(page.getByText(banner)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    const main = page.getByRole("main");
    for (const name of [...acts, exactly(w("comments.add"))]) {
      await expect(main.getByRole("link", { name })).toHaveCount(0);
    }
    await expect(main.getByRole("button")).toHaveCount(0);
    await expect(main.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByText(reportText[lang])).toHaveCount(0);
  }

  test(`${lang}: a year, from the proposal through its meetings to the next plan, and looking back`, async ({
    as,
    server,
  }) => {
    // A limit against hanging: a whole year of pages takes longer than any other test.
    test.slow();
    const [planId, nextPlanId] = [await addPlan(server, year), await addPlan(server, year + 1)];
    const desk = await as("officer", { lang });
    const head = await as("manager", { lang });
    const entry = { id: 0, code: "", title, planId };

    await test.step("the desk proposes an activity with its concept note", async () => {
      await askForClearance(head, w, "yes");
      await desk.goto(`/plans/${planId}`);
      await desk.getByRole("link", { name: exactly(w("plans.addActivity")) }).click();
      await field(desk, "titleLo").fill(titles.lo);
      await field(desk, "titleEn").fill(titles.en);
      await field(desk, "originalLocale").selectOption(lang);
      const outcomes = desk.getByRole("group", { name: exactly(w("activity.field.outcomeIds")) });
      await outcomes.getByRole("checkbox").first().check();
      await field(desk, "proponentStateId").selectOption(String(await stateId(server, "LA")));
      await press(desk, w("activity.edit.create"));
      await expect(desk.getByText(w("activity.saved.create"))).toBeVisible();
      entry.id = shownId(desk);
      // The title is updated after the page.
      await expect(desk).toHaveTitle(new RegExp(`^\\S+ ${title}`));
      entry.code = (await desk.title()).split(" ")[0] ?? "";

      await desk.getByRole("link", { name: exactly(w("proposals.write")) }).click();
      for (const part of conceptFields) {
        const name = w(`activity.field.${part}`);
        await desk.getByLabel(exactly(name)).fill(`${name}: ${titles[lang]}`);
      }
      await press(desk, w("proposals.save"));
      await expect(desk.getByText(w("activity.saved.concept"))).toBeVisible();
    });

    await test.step("it is submitted only once it is cleared at home", async () => {
      await expect(desk.getByText(w("proposals.clearance.needed"))).toBeVisible();
      await press(desk, w("activity.actions.submit"));
      await expect(desk.getByRole("alert").filter({ hasText: w("errors.CLEARANCE_NEEDED") })).toBeVisible();
      await expect(standsBefore(desk, w, "draft")).toBeVisible();

      await head.goto(`/activities/${entry.id}`);
      await press(head, w("proposals.clearance.clear"));
      await expect(head.getByText(w("activity.saved.cleared"))).toBeVisible();
      await desk.goto(`/activities/${entry.id}`);
      await press(desk, w("activity.actions.submit"));
      await expect(desk.getByText(w("activity.saved.submit"))).toBeVisible();
      await expect(standsBefore(desk, w, "submitted")).toBeVisible();
      // So that the next test on this site need not set it.
      await askForClearance(head, w, "no");
    });

    let from: Stage = "submitted";
    for (const meeting of meetings) {
      await test.step(`${meeting.code}: ${meeting.outcome}`, async () => {
        const id = await planMeeting(head, w, { site: server, year, meeting });
        await decideAt(head, w, { meeting, id, entry });
        await expect(standsAt(head, w, meeting.outcome, meeting.body)).toHaveCount(0);
        await closeMeeting(head, w, { meeting, id, entry }, from);
        await head.goto(`/activities/${entry.id}`);
        await expect(standsAt(head, w, meeting.outcome, meeting.body)).toContainText(meeting.code);
        from = meeting.outcome;
      });
    }

    await test.step("the focal point reports in a round; the register changes when the head accepts", async () => {
      const next = { ...meetings[2], body: "ADGSOM", code: `ADGSOM-${ordinal + 1}` } as const;
      await planMeeting(head, w, {
        site: server,
        year,
        meeting: { ...next, ordinal: ordinal + 1, on: `${year}-11-25`, outcome: "endorsed" },
      });
      await head.getByRole("link", { name: exactly(w("rounds.new")) }).click();
      await expect(head.getByRole("checkbox", { name: `${planTitle} ${year}` })).toBeChecked();
      await head.getByLabel(exactly(w("rounds.form.dueOn"))).fill(`${year}-11-01`);
      await press(head, w("rounds.form.submit"));
      await expect(head.getByText(w("rounds.saved.open"))).toBeVisible();
      const round = shownId(head);

      const focal = await as("focal.la", { lang });
      await focal.goto(`/rounds/${round}`);
      await focal.getByRole("link", { name: exactly(w("rounds.writeSpoken", { code: entry.code })) }).click();
      await focal.getByRole("radio", { name: exactly(w("terms.status.ongoing")) }).check({ force: true });
      await focal.getByRole("radio", { name: exactly(w("terms.schedule.on_track")) }).check({ force: true });
      await field(focal, "progress").fill("50");
      await field(focal, "textLo").fill(reportText.lo);
      await field(focal, "textEn").fill(reportText.en);
      await press(focal, w("rounds.draft.submit"));
      await expect(focal.getByText(w("rounds.saved.submitted"))).toBeVisible();

      await head.goto(`/rounds/${round}`);
      await head
        .getByRole("link", { name: exactly(w("rounds.readSpoken", { code: entry.code })) })
        .first()
        .click();
      await expect(head.getByText(reportText[lang]).first()).toBeVisible();
      await head.goto(`/rounds/${round}`);
      await expect(head.locator('input[name="drafts"]').first()).toBeChecked();
      await press(head, w("rounds.accept"));
      await expect(head.getByText(w("rounds.saved.accepted"))).toBeVisible();
      await head.goto(`/activities/${entry.id}`);
      await expect(head.getByText(reportText[lang]).first()).toBeVisible();
      await expect(head.getByRole("link", { name: exactly(w("activity.inRound")) })).toBeVisible();
    });

    await test.step("looking back while the work goes on offers nothing of what can be done today", async () => {
      await expect(head.getByRole("link", { name: exactly(w("activity.actions.edit")) })).toBeVisible();
      await expect(head.getByRole("link", { name: exactly(w("activity.actions.report")) })).toBeVisible();
      // Although recorded today, the proposal exists from before the meetings that decided on it.
      const day = `${year}-04-01`;
      await expectPast(head, entry.id, day, w("as-of.banner.day", { day: formatDay(day, lang) }));
      await expect(standsAt(head, w, "considered", "JWG")).toContainText(jwg);
      await head.getByRole("link", { name: exactly(w("as-of.back")) }).click();
      await expect(standsAt(head, w, "approved", "ADGMIN")).toBeVisible();
      await expect(head.getByRole("link", { name: exactly(w("activity.actions.edit")) })).toBeVisible();
    });

    await test.step("what is unfinished goes on in the next plan, and the year is closed", async () => {
      await head.goto(`/plans/${planId}`);
      await head.getByRole("link", { name: exactly(w("years.carryOver.action")) }).click();
      await head.getByLabel(exactly(w("years.carryOver.to"))).selectOption(String(nextPlanId));
      await head.getByLabel(exactly(w("years.carryOver.choice"))).selectOption("carry");
      await head.getByLabel(exactly(w("years.carryOver.by"))).selectOption({ label: adgmin });
      await press(head, w("years.carryOver.preview"));
      await expect(head.getByText(w("years.carryOver.approved", { meeting: adgmin }))).toBeVisible();
      await head.getByLabel(w("years.carryOver.reason", { code: entry.code })).fill("The portal needs a second year");
      await press(head, w("years.carryOver.confirm"));
      await expect(head.getByText(w("years.carryOver.saved"))).toBeVisible();

      await head.getByRole("link", { name: exactly(w("years.close.action")) }).click();
      await expect(head.getByText(w("years.close.notCarried", { count: 0 }))).toBeVisible();
      await press(head, w("years.close.confirm"));
      await expect(head.getByText(w("years.close.saved"))).toBeVisible();

      await head.goto(`/activities/${entry.id}`);
      for (const name of acts) await expect(head.getByRole("link", { name })).toHaveCount(0);
      await expect(head.getByRole("link", { name: exactly(w("comments.add")) })).toBeVisible();
      const lineage = head.getByRole("region", { name: exactly(w("activity.sections.lineage")) });
      await lineage.getByRole("link", { name: exactly(String(year + 1)) }).click();
      await expect(lineage.getByRole("link", { name: exactly(String(year)) })).toBeVisible();
      await expect(head.getByRole("heading", { level: 1 })).toContainText(title);
      await expect(standsAt(head, w, "approved", "ADGMIN")).toBeVisible();
    });

    await test.step("as of each meeting the entry has the stage that the meeting gave it", async () => {
      for (const { code, on, outcome, body } of meetings) {
        await expectPast(
          head,
          entry.id,
          code,
          w("as-of.banner.meeting", { meeting: named(code), day: formatDay(on, lang) }),
        );
        await expect(standsAt(head, w, outcome, body)).toContainText(code);
      }
    });

    await test.step("two meetings compared name the step and the decisions between them", async () => {
      await head.goto("/meetings/compare");
      await head.getByLabel(exactly(w("compare.from"))).selectOption(jwg);
      await head.getByLabel(exactly(w("compare.to"))).selectOption(adgmin);
      await press(head, w("compare.show"));
      await expect(head.getByRole("heading", { level: 1 })).toHaveText(w("compare.heading", { from: jwg, to: adgmin }));
      const lines = head
        .getByRole("listitem")
        .filter({ has: head.getByRole("link", { name: title }) })
        .getByRole("listitem");
      const step = { from: w("terms.stage.considered"), to: w("terms.stage.approved") };
      await expect(lines.filter({ hasText: `${w("compare.kind.stage")}:` })).toContainText(
        w("compare.change.step", step),
      );
      const decided = lines.filter({ hasText: `${w("compare.kind.decided")}:` });
      await expect(decided).toHaveText([retreat, adgsom, adgmin].map((code) => new RegExp(code)));
      await expect(decided.last()).toContainText(w("terms.outcomeOfDecision.approved"));
    });

    await test.step("the briefing on them is read, printed and taken along", async () => {
      await head.getByRole("link", { name: exactly(w("compare.briefing")) }).click();
      const paper = head.getByRole("region", { name: exactly(w("reports.page.preview")) });
      await expect(paper.getByRole("row", { name: title })).toContainText(adgmin);
      const printing = head.getByRole("button", { name: exactly(w("reports.page.print")) });
      await expect(printing).toBeVisible();
      const file = head.getByRole("link", { name: exactly(w("reports.format.docx")) });
      const answer = await head.request.get((await file.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-type"]).toBe(docx);
      const texts = textsOfPaper(await answer.body());
      const step = { from: w("terms.stage.considered"), to: w("terms.stage.approved") };
      const told = `${w("compare.kind.stage")}: ${w("compare.change.step", step)}`;
      for (const text of [title, retreat, adgsom, adgmin, told]) expect(texts).toContain(text);

      await head.emulateMedia({ media: "print" });
      await expect(paper.getByRole("row", { name: title })).toBeVisible();
      for (const aside of [printing, file]) await expect(aside).toBeHidden();
    });
  });
}
