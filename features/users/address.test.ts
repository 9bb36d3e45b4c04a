import { describe, expect, it } from "vitest";
import { userSortHref, usersAddress } from "./address";

const params = (search: string) => new URLSearchParams(search);

describe("the order of the list of users", () => {
  it("is by name by default", () => {
    expect(usersAddress.unreadable(params("sort="))).toEqual([]);
    expect(usersAddress.read(params("sort="))).toEqual({ sort: { key: "name", direction: "asc" } });
    expect(usersAddress.read(params(""))).toEqual({ sort: { key: "name", direction: "asc" } });
    expect(usersAddress.read(params("sort=signedIn.desc"))).toEqual({ sort: { key: "signedIn", direction: "desc" } });
  });

  it.each(["sort=name", "sort=email.asc", "sort=name.up", "sort=name.asc.x", "sort=name.asc&sort=role.asc"])(
    "cannot be %s",
    (search) => {
      expect(usersAddress.unreadable(params(search))).toEqual(["sort"]);
    },
  );

  it("has no other parameters", () => {
    expect(usersAddress.unreadable(params("sort=role.asc"))).toEqual([]);
    expect(usersAddress.unreadable(params("role=admin&page=2"))).toEqual(["role", "page"]);
  });

  it("is reversed by a second click on the same column head", () => {
    expect(userSortHref({ key: "name", direction: "asc" }, "name")).toBe("/admin/users?sort=name.desc");
    expect(userSortHref({ key: "name", direction: "desc" }, "name")).toBe("/admin/users");
    expect(userSortHref({ key: "name", direction: "desc" }, "role")).toBe("/admin/users?sort=role.asc");
  });
});
