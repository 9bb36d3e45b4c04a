import { describe, expect, it } from "vitest";
import { readUserOrder, unreadableUserParams, userSortHref } from "./list-query";

const params = (search: string) => new URLSearchParams(search);

describe("the order of the users", () => {
  it("is by name unless the address says otherwise", () => {
    expect(readUserOrder(params(""))).toEqual({ key: "name", direction: "asc" });
    expect(readUserOrder(params("sort=signedIn.desc"))).toEqual({ key: "signedIn", direction: "desc" });
  });

  it.each(["sort=", "sort=name", "sort=email.asc", "sort=name.up", "sort=name.asc.x", "sort=name.asc&sort=role.asc"])(
    "cannot be %s",
    (search) => {
      expect(unreadableUserParams(params(search))).toEqual(["sort"]);
    },
  );

  it("has no other parameters", () => {
    expect(unreadableUserParams(params("sort=role.asc"))).toEqual([]);
    expect(unreadableUserParams(params("role=admin&page=2"))).toEqual(["role", "page"]);
  });

  it("turns when the same head is pressed again", () => {
    expect(userSortHref({ key: "name", direction: "asc" }, "name")).toBe("/admin/users?sort=name.desc");
    expect(userSortHref({ key: "name", direction: "desc" }, "name")).toBe("/admin/users?sort=name.asc");
    expect(userSortHref({ key: "name", direction: "desc" }, "role")).toBe("/admin/users?sort=role.asc");
  });
});
