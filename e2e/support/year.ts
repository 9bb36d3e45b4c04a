import type { Locator, Page } from "@playwright/test";
import type { BodyCode, Stage } from "../../domain/lifecycle";
import { ask } from "./database";
import { expect } from "./fixtures";
import { escaped, exactly, type Words } from "./labels";
import type { TestSite } from "./server";

/** A meeting of the year with its decision on a proposal: `outcome` is also the resulting stage. */
export type YearMeeting = {
  body: BodyCode;
  code: string;
  ordinal: number | null;
  on: string;
  outcome: "considered" | "accepted" | "endorsed" | "approved";
};

/** The stages of a proposal through its year, in the order of the meetings. */
export function meetingsOf(year: number, ordinal: number): YearMeeting[] {
  return [
    { body: "JWG", code: `JWG-${year}`, ordinal: null, on: `${year}-03-11`, outcome: "considered" },
    { body: "RETREAT", code: `RETREAT-${year}`, ordinal: null, on: `${year}-05-20`, outcome: "accepted" },
    { body: "ADGSOM", code: `ADGSOM-${ordinal}`, ordinal, on: `${year}-08-15`, outcome: "endorsed" },
    { body: "ADGMIN", code: `ADGMIN-${ordinal}`, ordinal, on: `${year}-09-09`, outcome: "approved" },
  ];
}

/**
 * Writes the plan and period of a year long past directly to the database.
 * @returns its id
 */
export async function addPlan(site: TestSite, year: number): Promise<number> {
  const [plan] = await ask<{ id: number }>(
    site,
    `with period as (
       insert into periods (code, kind, name_en, name_lo, starts_on, ends_on)
       values ('YEAR-' || $1, 'work_cycle', $1, $1, make_date($1::int, 1, 1), make_date($1::int, 12, 31)) returning id
     )
     insert into work_plans (framework, period_id, state, title_en, title_lo)
     select 'adgsom_atrc', id, 'proposed', 'Work plan ' || $1, 'ແຜນວຽກ ' || $1 from period returning id::int`,
    [String(year)],
  );
  if (!plan) throw new Error(`no plan of ${year}`);
  return plan.id;
}

export const press = (page: Page, name: string) => page.getByRole("button", { name: exactly(name) }).click();

/** The stage that the entry's page shows as the present one. */
export function standsAt(page: Page, w: Words, stage: YearMeeting["outcome"], body: BodyCode): Locator {
  return stepNow(page, w, w(`terms.stageBy.${stage}`, { body: w(`terms.byBody.${body}`) }));
}

/** The same before any meeting. */
export function standsBefore(page: Page, w: Words, stage: "draft" | "submitted"): Locator {
  return stepNow(page, w, w(`terms.stage.${stage satisfies Stage}`));
}

const stepNow = (page: Page, w: Words, label: string) =>
  page.getByRole("listitem").filter({ hasText: `${label}, ${w("activity.step.current")}` });

/** The number at the end of the address: the entry, meeting or round that the page shows. */
export const shownId = (page: Page) => Number(new URL(page.url()).pathname.split("/").at(-1));

/** Changes the setting of the heads of division on its page. */
export async function askForClearance(page: Page, w: Words, asked: "yes" | "no"): Promise<void> {
  await page.goto("/settings");
  const card = page.getByRole("region", { name: exactly(w("proposals.setting.title")) });
  await card.getByRole("radio", { name: exactly(w(`proposals.setting.${asked}`)) }).check({ force: true });
  await card.getByRole("button", { name: exactly(w("proposals.setting.save")) }).click();
  await expect(page.getByText(w("proposals.setting.saved"))).toBeVisible();
}

/** Plans a meeting of the year's cycle through its form. @returns its id */
export async function planMeeting(
  page: Page,
  w: Words,
  { site, year, meeting }: { site: TestSite; year: number; meeting: YearMeeting },
): Promise<number> {
  const { body, code, ordinal, on } = meeting;
  const field = (name: "bodyId" | "ordinal" | "cycleId" | "titleEn" | "titleLo" | "firstOn" | "lastOn") =>
    page.getByLabel(exactly(w(`meetings.form.${name}`)));
  const [row] = await ask<{ id: string }>(site, "select id::text from bodies where code = $1", [body]);
  await page.goto("/meetings");
  await page.getByRole("link", { name: exactly(w("meetings.new")) }).click();
  await field("bodyId").selectOption(row?.id ?? "");
  await field("ordinal").fill(String(ordinal ?? ""));
  await field("cycleId").selectOption({ label: String(year) });
  await field("titleEn").fill(`Meeting ${code}`);
  await field("titleLo").fill(`ກອງປະຊຸມ ${code}`);
  await field("firstOn").fill(on);
  await field("lastOn").fill(on);
  await press(page, w("meetings.form.create"));
  await expect(page.getByText(w("meetings.saved.create"))).toBeVisible();
  await expect(page.getByText(exactly(code))).toBeVisible();
  return shownId(page);
}

type Deciding = {
  meeting: YearMeeting;
  id: number;
  entry: { id: number; code: string; title: string; planId: number };
};

/**
 * Opens the meeting with the entry on its agenda, and records its decision, which is still pending.
 */
export async function decideAt(page: Page, w: Words, { meeting, id, entry }: Deciding): Promise<void> {
  await page.goto(`/meetings/${id}`);
  await page.getByLabel(exactly(w("meetings.itemNo"))).fill("4.1");
  await page.getByLabel(exactly(w("meetings.itemTitleEn"))).fill("Proposals");
  await page.getByLabel(exactly(w("meetings.itemTitleLo"))).fill("ຂໍ້ສະເໜີ");
  await press(page, w("meetings.addItemSubmit"));
  await expect(page.getByText(w("meetings.saved.item"))).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^${escaped(w("meetings.putSpoken", { item: "4.1" }))}`) }).click();
  await page.getByLabel(exactly(w("meetings.putPlan"))).selectOption(String(entry.planId));
  await press(page, w("meetings.putShow"));
  await page.getByRole("checkbox", { name: entry.title }).check();
  await press(page, w("meetings.putSubmit"));
  await expect(page.getByText(w("meetings.saved.put"))).toBeVisible();
  await press(page, w("meetings.open"));
  await expect(page.getByText(w("meetings.saved.open"))).toBeVisible();

  await page.getByRole("link", { name: exactly(w("meetings.decideSpoken", { code: entry.code })) }).click();
  await expect(page.getByLabel(exactly(w("activity.field.meetingId")))).toHaveValue(String(id));
  const verb = w(`terms.outcomeOfDecision.${meeting.outcome}`);
  await page.getByLabel(exactly(w("activity.field.verbPrinted"))).fill(verb);
  await page.getByLabel(exactly(w("activity.field.outcome"))).selectOption(meeting.outcome);
  await press(page, w("activity.decide.save"));
  await expect(page.getByText(w("activity.saved.decidePending"))).toBeVisible();
}

/**
 * Reviews the pending decision on the meeting's closing page and applies it: from this stage to the
 * meeting's outcome.
 */
export async function closeMeeting(page: Page, w: Words, { meeting, id, entry }: Deciding, from: Stage): Promise<void> {
  await page.goto(`/meetings/${id}`);
  await page.getByRole("link", { name: exactly(w("meetings.close")) }).click();
  const line = page.getByRole("row").filter({ hasText: entry.title });
  const cells = line.getByRole("cell");
  await expect(cells.nth(1)).toHaveText(w(`terms.stage.${from}`));
  await expect(cells.nth(2)).toHaveText(w(`terms.stage.${meeting.outcome}`));
  await press(page, w("meetings.closeNow"));
  await expect(page.getByText(w("meetings.saved.close"))).toBeVisible();
}
