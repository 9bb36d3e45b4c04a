import { ask } from "./database";
import { expect, test } from "./fixtures";
import { addRound } from "./rounds";
import { samplePassword, type TestSite } from "./server";
import { emailOf, endSessionsOf } from "./session";
import { exactly, words } from "./words";

test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 401|Failed to fetch/] });

const w = words("en");
const report = exactly(w("activity.field.textLo"));

const isSaved = /^Saved at \d\d:\d\d\.$/;

async function stored(site: TestSite, draft: number): Promise<string> {
  const [row] = await ask<{ text_lo: string }>(site, "select text_lo from round_drafts where id = $1", [draft]);
  return row?.text_lo ?? "";
}

test("what a focal point writes saves itself, and survives a lost connection and an ended session", async ({
  as,
  server,
}) => {
  const { round, draft, entry } = await addRound(server);
  // Signing in brings the account's own language, which another spec may have chosen.
  await ask(server, "update users set locale = null where email = $1", [emailOf("focal.la")]);
  const page = await as("focal.la");
  await page.goto(`/rounds/${round}/drafts/${draft}`);
  const text = page.getByLabel(report);
  await expect(page.getByText(w("rounds.autosave.on"))).toBeVisible();
  await text.fill("ຈັດກອງປະຊຸມແລ້ວ");
  await expect(page.getByText(isSaved)).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມແລ້ວ");

  await page.context().setOffline(true);
  await text.fill("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await expect(page.getByText(w("rounds.autosave.kept"))).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => stored(server, draft), { timeout: 15_000 }).toBe("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await expect(page.getByText(isSaved)).toBeVisible();

  await endSessionsOf(server, "focal.la");
  await text.fill("ຈັດກອງປະຊຸມສາມຄັ້ງ");
  await expect(page.getByText(w("rounds.autosave.ended"))).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມສອງຄັ້ງ");
  await page.getByRole("link", { name: exactly(w("rounds.autosave.signIn")) }).click();
  await page.getByLabel(w("auth.email")).fill(emailOf("focal.la"));
  await page.getByLabel(w("auth.password")).fill(samplePassword);
  await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
  await page.waitForURL(`**/rounds/${round}/drafts/${draft}`);
  await expect(page.getByText(w("activity.form.restored"))).toBeVisible();
  await expect(text).toHaveValue("ຈັດກອງປະຊຸມສາມຄັ້ງ");

  await page.getByRole("button", { name: exactly(w("rounds.draft.submit")) }).click();
  await expect(page.getByText(w("rounds.saved.submitted"))).toBeVisible();
  expect(await stored(server, draft)).toBe("ຈັດກອງປະຊຸມສາມຄັ້ງ");

  // Only the head's act brings it into the register.
  const head = await as("manager");
  await head.goto(`/activities/${entry}`);
  await expect(head.getByText("ຈັດກອງປະຊຸມສາມຄັ້ງ")).toHaveCount(0);
  await head.goto(`/rounds/${round}`);
  await head.getByRole("button", { name: exactly(w("rounds.accept")) }).click();
  await expect(head.getByText(w("rounds.saved.accepted"))).toBeVisible();
  await head.goto(`/activities/${entry}`);
  const updates = head.getByRole("list", { name: exactly(w("activity.sections.updates")) });
  await expect(updates.getByText("ຈັດກອງປະຊຸມສາມຄັ້ງ")).toBeVisible();
  await expect(updates.getByRole("link", { name: exactly(w("activity.inRound")) })).toBeVisible();
});
