import { expect, it } from "vitest";
import { placeholdersOf } from "./placeholders";

it("finds arguments in and outside of plural branches, and tags", () => {
  expect(placeholdersOf("{count, plural, one {# row of {plan}} other {# rows}} in <b>{total}</b>")).toBe(
    "<b> count plan total",
  );
  expect(placeholdersOf("ຂາດ {count} ລາຍການ")).toBe("count");
  expect(placeholdersOf("no arguments")).toBe("");
});
