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

/** A file of this many bytes that is otherwise right. */
const pdfOf = (size: number) => ({
  name: "ໃຫຍ່.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.alloc(size, "%PDF-1.7\n"),
});

for (const javaScriptEnabled of [true, false]) {
  test(`a file that is too large is refused at its field, and the remark stays, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    as,
    server,
  }) => {
    const w = words("en");
    const { id } = await addOngoing(server);
    const page = await as("officer", { javaScriptEnabled });
    await page.goto(`/activities/${id}/evidence/new`);
    const remark = page.getByLabel(exactly(w("evidence.field.note")));
    const file = page.getByLabel(new RegExp(`^${escaped(w("evidence.field.file"))}`));
    await remark.fill("ຍັງຢູ່");
    await file.setInputFiles(pdfOf(11_010_048));
    const posts: string[] = [];
    page.on("request", (request) => void (request.method() === "POST" && posts.push(request.url())));
    await page.getByRole("button", { name: exactly(w("evidence.save")) }).click();
    await expect(page.getByText(w("errors.FILE_TOO_LARGE", { max: 10 })).first()).toBeVisible();
    await expect(file).toHaveAttribute("aria-invalid", "true");
    await expect(remark).toHaveValue("ຍັງຢູ່");
    expect(posts).toHaveLength(javaScriptEnabled ? 0 : 1);
  });
}

test.describe("refused by the gate", () => {
  test.use({ expectedErrors: [/status of 413/] });

  test("without scripts a file that is far too large costs no words", async ({ as, server }) => {
    const w = words("en");
    const { id } = await addOngoing(server);
    const page = await as("officer", { javaScriptEnabled: false });
    await page.goto(`/activities/${id}/evidence/new`);
    await page.getByLabel(exactly(w("evidence.field.note"))).fill("ຍັງຢູ່");
    await page.getByLabel(new RegExp(`^${escaped(w("evidence.field.file"))}`)).setInputFiles(pdfOf(25_000_000));
    await page.getByRole("button", { name: exactly(w("evidence.save")) }).click();
    await expect(page.getByRole("heading", { name: w("errors.FILE_TOO_LARGE", { max: 10 }) })).toBeVisible();
    await expect(page.getByLabel(w("evidence.field.note"))).toHaveValue("ຍັງຢູ່");
  });
});
