import { expect, it } from "vitest";
import { auditAddress, auditExport } from "./address";

const params = (text: string) => new URLSearchParams(text);

it("parses what it formats", () => {
  const query = auditAddress.read(
    params(
      "person=12&action=entry.update&subject=plan_entries&id=7&from=2024-02-29&to=2024-03-01&q=%E0%BA%81%20%25&before=99",
    ),
  );
  expect(query).toEqual({
    person: "12",
    action: "entry.update",
    subject: "plan_entries",
    id: 7,
    from: "2024-02-29",
    to: "2024-03-01",
    q: "ກ %",
    before: 99,
  });
  expect(auditAddress.read(params(auditAddress.href(query).split("?")[1] ?? ""))).toEqual(query);
});

it("reads empty form fields as no filter", () => {
  const text = "person=&action=&subject=&id=&from=&to=&q=";
  expect(auditAddress.unreadable(params(text))).toEqual([]);
  expect(auditAddress.href(auditAddress.read(params(text)))).toBe("/admin/audit");
});

it.each([
  ["person=0", "person"],
  ["person=1&person=2", "person"],
  ["action=drop table", "action"],
  ["action=a.b.c", "action"],
  ["subject=Users", "subject"],
  ["id=-1", "id"],
  ["from=2023-02-29", "from"],
  ["to=today", "to"],
  [`q=${"a".repeat(201)}`, "q"],
  ["q=%00", "q"],
  ["before=1e3", "before"],
  ["page=2", "page"],
  ["constructor=1", "constructor"],
])("rejects %s", (text, name) => {
  expect(auditAddress.unreadable(params(text))).toEqual([name]);
});

it("requires a format for a download, and ignores the page", () => {
  expect(auditExport.unreadable(params(""))).toEqual(["format"]);
  expect(auditExport.unreadable(params("format=docx"))).toEqual(["format"]);
  expect(auditExport.unreadable(params("format=csv&lang=fr"))).toEqual(["lang"]);
  const query = auditAddress.read(params("person=nobody&before=40"));
  const href = auditExport.href({ ...query, before: null, format: "xlsx", lang: "lo" });
  expect(href).toBe("/admin/audit/export?person=nobody&format=xlsx&lang=lo");
  expect(auditExport.read(params(href.split("?")[1] ?? ""))).toMatchObject({ format: "xlsx", lang: "lo" });
});
