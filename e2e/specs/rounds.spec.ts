import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";
import { addRound } from "../support/rounds";
import { samplePassword, type TestSite } from "../support/server";
import { emailOf, endSessionsOf } from "../support/session";

test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 401|Failed to fetch/] });

const w = words("en");
const report = exactly(w("activity.field.textLo"));

const isSaved = /^Saved at \d\d:\d\d\sVientiane\stime\.$/;

async function stored(site: TestSite, draft: number): Promise<string> {
  const [row] = await ask<{ text_lo: string }>(site, "select text_lo from round_drafts where id = $1", [draft]);
  return row?.text_lo ?? "";
}

/** Signs in again by the link below the form, and returns to it. */
async function signInAgain(page: Page): Promise<void> {
  await page.getByRole("link", { name: exactly(w("rounds.autosave.signIn")) }).click();
  await page.getByLabel(w("auth.email")).fill(emailOf("focal.la"));
  await page.getByLabel(w("auth.password")).fill(samplePassword);
  await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
}

/** A draft of Lao PDR in a round, opened by its focal point. */
async function openDraft(as: (person: "focal.la") => Promise<Page>, server: TestSite) {
  const made = await addRound(server);
  // Signing in sets the account's language, which another spec may have changed.
  await ask(server, "update users set locale = null where email = $1", [emailOf("focal.la")]);
  const page = await as("focal.la");
  const address = `/rounds/${made.round}/drafts/${made.draft}`;
  await page.goto(address);
  await expect(page.getByText(w("rounds.autosave.on"))).toBeVisible();
  return {
    ...made,
    page,
    address,
    text: page.getByLabel(report),
    button: (name: "save" | "submit") => page.getByRole("button", { name: exactly(w(`rounds.draft.${name}`)) }),
    /**
     * Waits until the page shows the saved text. If the session ended before, the reload would
     * redirect to the sign-in page.
     */
    redrawn: (text: string) =>
      expect(page.getByRole("region", { name: exactly(w("rounds.draft.since")) }).getByText(text)).toBeVisible(),
    /**
     * Waits until the text has been saved automatically, without the usual delay, by simulating a
     * restored connection.
     */
    saved: async (text: string) => {
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await expect.poll(() => stored(server, made.draft), { intervals: [50] }).toBe(text);
    },
  };
}

test("a focal point's text is saved automatically, and survives a lost connection and an ended session", async ({
  as,
  server,
}) => {
  const { page, round, draft, entry, text, redrawn } = await openDraft(as, server);
  await text.fill("ຈັດກອງປະຊຸມແລ້ວ");
  await expect(page.getByText(isSaved)).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມແລ້ວ");

  await page.context().setOffline(true);
  await text.fill("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await expect(page.getByText(w("rounds.autosave.kept"))).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => stored(server, draft), { timeout: 15_000 }).toBe("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await expect(page.getByText(isSaved)).toBeVisible();
  await redrawn("ຈັດກອງປະຊຸມສອງຄັ້ງ");

  await endSessionsOf(server, "focal.la");
  await text.fill("ຈັດກອງປະຊຸມສາມຄັ້ງ");
  await expect(page.getByText(w("rounds.autosave.ended"))).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await signInAgain(page);
  await page.waitForURL(`**/rounds/${round}/drafts/${draft}`);
  await expect(page.getByText(w("activity.form.restored"))).toBeVisible();
  await expect(text).toHaveValue("ຈັດກອງປະຊຸມສາມຄັ້ງ");

  await page.getByRole("button", { name: exactly(w("rounds.draft.submit")) }).click();
  await expect(page.getByText(w("rounds.saved.submitted"))).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມສາມຄັ້ງ");

  // Only the acceptance by a head of division changes the register.
  const head = await as("manager");
  await head.goto(`/activities/${entry}`);
  await expect(head.getByText("ຈັດກອງປະຊຸມສາມຄັ້ງ")).toHaveCount(0);
  // A report is ticked once it was opened.
  await head.goto(`/rounds/${round}`);
  const tick = head.locator(`input[name="drafts"][value^="${draft}:"]`);
  await expect(tick).not.toBeChecked();
  await head.goto(`/rounds/${round}/drafts/${draft}`);
  await expect(head.getByText("ຈັດກອງປະຊຸມສາມຄັ້ງ").first()).toBeVisible();
  await head.goto(`/rounds/${round}`);
  await expect(tick).toBeChecked();
  await head.getByRole("button", { name: exactly(w("rounds.accept")) }).click();
  await expect(head.getByText(w("rounds.saved.accepted"))).toBeVisible();
  await head.goto(`/activities/${entry}`);
  const updates = head.getByRole("list", { name: exactly(w("activity.sections.updates")) });
  await expect(updates.getByText("ຈັດກອງປະຊຸມສາມຄັ້ງ")).toBeVisible();
  await expect(updates.getByRole("link", { name: exactly(w("activity.inRound")) })).toBeVisible();
});

test("a report filled from the last one is submitted by one press, without typing", async ({ as, server }) => {
  const { page, draft, button } = await openDraft(as, server);
  await button("submit").click();
  await expect(page.getByText(w("rounds.saved.submitted"))).toBeVisible();
  const [row] = await ask<{ state: string }>(server, "select state from round_drafts where id = $1", [draft]);
  expect(row?.state).toBe("submitted");
});

test("a person's own saves never conflict: during another save, after restored text, after a refusal", async ({
  as,
  server,
}) => {
  const { page, text, button, saved, redrawn } = await openDraft(as, server);
  const held: (() => void)[] = [];
  await page.route("**", async (route) => {
    if (route.request().method() === "POST") await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const isHeld = () => expect.poll(() => held.length).toBe(1);
  await text.fill("ໜຶ່ງ");
  await isHeld();
  await text.fill("ສອງ");
  held.pop()?.();
  await redrawn("ໜຶ່ງ");
  await isHeld();
  await endSessionsOf(server, "focal.la");
  held.pop()?.();
  await expect(page.getByText(w("rounds.autosave.ended"))).toBeVisible();
  await page.unroute("**");
  await signInAgain(page);
  await expect(page.getByText(w("activity.form.restored"))).toBeVisible();
  await expect(text).toHaveValue("ສອງ");

  for (const words of ["ສາມ", "ສີ່"]) {
    await text.fill(words);
    await saved(words);
  }
  await page.getByRole("radio", { name: exactly(w("terms.schedule.delayed")) }).check({ force: true });
  await button("submit").click();
  await expect(page.getByText(w("errors.REASON_REQUIRED")).first()).toBeVisible();
  await page.getByLabel(exactly(w("activity.report.reason"))).fill("ລໍຖ້າ");
  await text.fill("ຫ້າ");
  await saved("ຫ້າ");
  await button("submit").click();
  await expect(page.getByText(w("rounds.saved.submitted"))).toBeVisible();
});

test("changes in the register count as seen when the page is opened, not when a save reloads it", async ({
  as,
  server,
}) => {
  const { page, draft, entry, address, text, saved } = await openDraft(as, server);
  await ask(server, "update plan_entries set progress = 80, version = version + 1 where id = $1", [entry]);
  const both = page.getByRole("heading", { name: w("rounds.draft.movedOn") });
  const seen = async () => {
    const [row] = await ask<{ base: number }>(server, "select base_progress as base from round_drafts where id = $1", [
      draft,
    ]);
    return row?.base;
  };
  for (const words of ["ໜຶ່ງ", "ສອງ"]) {
    await text.fill(words);
    await saved(words);
    await expect(both).toBeVisible();
    expect(await seen()).toBe(40);
  }
  await page.goto(address);
  await text.fill("ສາມ");
  await saved("ສາມ");
  expect(await seen()).toBe(80);
});

test("leaving the page loses nothing: text is sent on leaving, and unsaved text is restored", async ({
  as,
  server,
}) => {
  const { page, round, address, text, button, saved } = await openDraft(as, server);
  // The round covers one entry.
  const toDraft = page.getByRole("link", { name: new RegExp(`^${w("rounds.writeSpoken", { code: "" })}`) });
  await text.fill("ໜຶ່ງ");
  await page.getByRole("link", { name: exactly(w("ui.cancel")) }).click();
  await page.waitForURL(`**/rounds/${round}`);
  await saved("ໜຶ່ງ");

  await toDraft.click();
  await expect(text).toHaveValue("ໜຶ່ງ");
  await text.fill("ສອງ");
  await button("save").click();
  await expect(page.getByText(w("rounds.saved.draft"))).toBeVisible();
  expect(page.url()).toMatch(/draft=\d+\.\d+$/);
  await toDraft.click();
  await page.getByLabel(exactly(w("activity.field.progress"))).fill("ສິບ");
  await text.fill("ສາມ");
  await expect(page.getByText(w("rounds.autosave.refused"))).toBeVisible();
  await page.goBack();
  await expect(page.getByText(w("rounds.saved.draft"))).toBeVisible();
  await page.goto(address);
  await expect(page.getByText(w("activity.form.restored"))).toBeVisible();
  await expect(text).toHaveValue("ສາມ");
});

test("without connection submitting fails with a message; unsaved text is shown after the report was submitted elsewhere", async ({
  as,
  server,
}) => {
  const { page, draft, text, button, saved } = await openDraft(as, server);
  const cut = () =>
    page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await cut();
  await text.fill("ໜຶ່ງ");
  await button("submit").click();
  await expect(page.getByText(w("rounds.autosave.missed"))).toBeVisible();
  await expect(text).toHaveValue("ໜຶ່ງ");
  await page.unroute("**");
  await saved("ໜຶ່ງ");
  await expect(page.getByText(/^Saved at \d\d:\d\d\sVientiane\stime\. /)).toContainText(w("rounds.autosave.missed"));

  await cut();
  await text.fill("ສອງ");
  await expect(page.getByText(w("rounds.autosave.kept"))).toBeVisible();
  await ask(server, "update round_drafts set state = 'submitted', submitted_at = now() where id = $1", [draft]);
  await page.reload();
  const kept = page.getByRole("region", { name: exactly(w("rounds.draft.keptTitle")) });
  await expect(kept.getByText("ສອງ")).toBeVisible();
  await kept.getByRole("button").click();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: exactly(w("rounds.says")) })).toBeVisible();
  await expect(kept).toHaveCount(0);
});
