import { locales } from "../../domain/vocabulary";
import { addOngoing, storedEntry } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { escaped, exactly, words } from "../support/labels";

for (const lang of locales) {
  const w = words(lang);

  test(`${lang}: work is completed with a report as evidence and commented on, and the audit log records all of it`, async ({
    as,
    server,
  }) => {
    const { id, code } = await addOngoing(server, { lead: "LA" });
    const page = await as("focal.la", { lang });
    const press = (name: string) => page.getByRole("button", { name: exactly(name) }).click();
    await page.goto(`/activities/${id}/report`);
    await page.getByRole("radio", { name: exactly(w("terms.status.completed")) }).check({ force: true });
    await page.getByLabel(exactly(w("activity.field.progress"))).fill("100");
    await press(w("activity.report.save"));
    await expect(page.getByText(w("errors.REPORT_EVIDENCE_NEEDED", { code })).first()).toBeVisible();

    await page.goto(`/activities/${id}`);
    await page.getByRole("link", { name: w("evidence.add") }).click();
    const file = page.getByLabel(new RegExp(`^${escaped(w("evidence.field.file"))}`));
    const send = async (name: string, text: string) => {
      await file.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
      await press(w("evidence.save"));
    };
    await send("ບົດລາຍງານ.pdf", "<script>alert(1)</script>");
    await expect(page.getByText(w("errors.FILE_NOT_AS_NAMED", { type: "pdf" })).first()).toBeVisible();
    await send("ບົດລາຍງານ.txt", `${code} ສຳເລັດແລ້ວ`);
    await expect(page.getByText(w("activity.saved.evidence"))).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "ບົດລາຍງານ.txt" }).click();
    expect((await download).suggestedFilename()).toBe("ບົດລາຍງານ.txt");

    await page.getByRole("link", { name: w("comments.add") }).click();
    await page.getByLabel(exactly(w("comments.text"))).fill("ກະລຸນາກວດເບິ່ງ <b>");
    await page.getByText(w("comments.mention"), { exact: true }).click();
    await page.getByRole("checkbox", { name: /Sample administrator/ }).check();
    await press(w("comments.save"));
    await expect(page.getByText("ກະລຸນາກວດເບິ່ງ <b>")).toBeVisible();

    await page.goto(`/activities/${id}/report`);
    await page.getByRole("radio", { name: exactly(w("terms.status.completed")) }).check({ force: true });
    await page.getByLabel(exactly(w("activity.field.progress"))).fill("100");
    await press(w("activity.report.save"));
    await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
    expect(await storedEntry(server, id)).toMatchObject({ status: "completed" });

    const admin = await as("admin", { lang });
    await admin.goto("/mentions");
    const mention = admin.getByRole("listitem").filter({ hasText: code });
    await expect(mention).toContainText("ກະລຸນາກວດເບິ່ງ <b>");
    await mention.getByRole("button").click();
    await expect(mention.getByRole("button")).toHaveCount(0);
    await admin.goto("/admin/audit");
    for (const action of ["evidence_add", "comment_add", "entry_report", "comment_seeMentions"] as const) {
      await expect(admin.getByRole("rowheader", { name: w(`audit.action.${action}`) }).first()).toBeVisible();
    }
  });
}
