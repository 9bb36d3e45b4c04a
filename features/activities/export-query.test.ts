import { expect, test } from "vitest";
import { exportHref, readExport, unreadableExportParams } from "./export-query";
import { readListQuery } from "./list-query";

const params = (address: string) => new URLSearchParams(address);

test("the download has the list's selection, order and columns, and no page", () => {
  const query = readListQuery(
    params("q=ດິຈິຕອນ&sort=status.desc,title.asc&stage=approved&cols=code,title,budget&page=3&size=50"),
  );
  const address = new URL(exportHref(query, "xlsx", "lo"), "http://x");
  expect(address.pathname).toBe("/activities/export");
  expect(unreadableExportParams(address.searchParams)).toEqual([]);
  expect(readExport(address.searchParams)).toEqual({ query: { ...query, page: 1 }, format: "xlsx", lang: "lo" });
});

test.each([
  ["", ["format"]],
  ["format=pdf", ["format"]],
  ["format=csv&format=docx", ["format"]],
  ["format=csv&lang=fr", ["lang"]],
  ["format=csv&sort=nothing.asc&colour=red", ["sort", "colour"]],
  ["format=csv", []],
  ["format=docx&lang=en&state=LA&sort=title.asc", []],
])("of %j it cannot read %j", (address, names) => {
  expect(unreadableExportParams(params(address))).toEqual(names);
});
