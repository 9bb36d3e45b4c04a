import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { savedViews } from "@/db/schema/saved-views";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { listViews } from "./list-views";
import { removeView } from "./remove-view";
import { renameView } from "./rename-view";
import { saveView } from "./save-view";
import { setDefaultView } from "./set-default-view";
import { takeOverView } from "./take-over-view";
import { updateView } from "./update-view";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

let names = 0;
/** A new view of this person with a unique name. */
async function view(owner: Context, query = "status=ongoing", isShared = false) {
  names += 1;
  const { id } = await saveView(owner, { name: `View ${names}`, query, isShared });
  return { viewId: String(id), version: "1" };
}
const seenBy = async (context: Context, viewId: string) =>
  (await listViews(context, {})).find(({ id }) => String(id) === viewId);

describe("a view", () => {
  it("stores the state as the address formats it, without the page, and is audited", async () => {
    const query = "page=3&sort=title.asc,status.desc&status=ongoing&status=completed&edit=7&density=comfortable&view=9";
    const { id } = await saveView(roles.officer, { name: "Mine", query });
    const [row] = await database.db.select().from(savedViews).where(eq(savedViews.id, id));
    expect(row).toMatchObject({ query: "sort=title.asc,status.desc&status=ongoing,completed", isShared: false });
    const [audit] = await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(audit).toMatchObject({ action: "view.save", subject: "saved_views", subjectId: id });
  });

  it.each(["colour=red", "sort=rank.asc", "status=started"])(
    "is refused for an unreadable state: %s",
    async (query) => {
      const attempt = saveView(roles.officer, { name: "Unreadable", query });
      await expect(attempt).rejects.toMatchObject({ fields: [{ field: "query" }] });
    },
  );

  it("has a unique name among the person's views, regardless of case", async () => {
    await saveView(roles.viewer, { name: "Lao PDR", query: "state=LA" });
    const again = saveView(roles.viewer, { name: "lao pdr", query: "" });
    await expect(again).rejects.toMatchObject({ code: "ALREADY_EXISTS", fields: [{ field: "name" }] });
    await saveView(roles.manager, { name: "Lao PDR", query: "" });
  });

  it("is visible to its owner only until it is shared; others can then open it, but not change it", async () => {
    const { viewId } = await view(roles.officer);
    expect(await seenBy(roles.focal, viewId)).toBeUndefined();
    await renameView(roles.officer, { viewId, version: "1", name: "Ours", isShared: "on" });
    for (const role of ["admin", "focal", "viewer"] as const) {
      expect(await seenBy(roles[role], viewId), role).toMatchObject({ name: "Ours", isOwn: false });
      const seen = { viewId, version: "2" };
      for (const change of [
        () => updateView(roles[role], { ...seen, query: "" }),
        () => renameView(roles[role], { ...seen, name: "Theirs" }),
        ...(role === "admin" ? [] : [() => removeView(roles[role], seen)]),
      ]) {
        await expect(change(), role).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
    expect(await seenBy(roles.officer, viewId)).toMatchObject({ name: "Ours", query: "status=ongoing", version: 2 });
  });

  it("refuses the second of two edits", async () => {
    const { viewId } = await view(roles.officer);
    await updateView(roles.officer, { viewId, version: "1", query: "status=completed" });
    const rows = await countAudit(database.db);
    const second = updateView(roles.officer, { viewId, version: "1", query: "status=cancelled" });
    await expect(second).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await seenBy(roles.officer, viewId)).toMatchObject({ query: "status=completed" });
    expect(await countAudit(database.db)).toBe(rows);
  });
});

describe("a shared view", () => {
  it("is made by the desk alone; others keep what they had shared, and can end it", async () => {
    for (const role of ["focal", "viewer"] as const) {
      const rows = await countAudit(database.db);
      const shared = saveView(roles[role], { name: "For all", query: "", isShared: "on" });
      await expect(shared, role).rejects.toMatchObject({ code: "FORBIDDEN" });
      const { viewId } = await view(roles[role]);
      const opened = renameView(roles[role], { viewId, version: "1", name: "For all", isShared: "on" });
      await expect(opened, role).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await countAudit(database.db)).toBe(rows + 1);
      await database.db
        .update(savedViews)
        .set({ isShared: true })
        .where(eq(savedViews.id, Number(viewId)));
      await renameView(roles[role], { viewId, version: "1", name: `Kept by ${role}`, isShared: "on" });
      await renameView(roles[role], { viewId, version: "2", name: `Kept by ${role}` });
    }
    for (const role of ["admin", "manager", "officer"] as const)
      await saveView(roles[role], { name: "For all", query: "", isShared: "on" });
  });

  it("of somebody who has left is taken over or removed by heads of division", async () => {
    const gone = await contextOf(database.db, "officer");
    const first = await view(gone, "state=LA", true);
    const second = await view(gone, "state=TH", true);
    const hidden = await view(gone);
    await database.db
      .update(users)
      .set({ isActive: false })
      .where(eq(users.id, gone.actor.userId ?? 0));
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(takeOverView(roles[role], first)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await seenBy(roles[role], first.viewId)).toMatchObject({ canCurate: false });
    }
    expect(await seenBy(roles.manager, first.viewId)).toMatchObject({ canCurate: true });
    await takeOverView(roles.manager, first);
    expect(await seenBy(roles.manager, first.viewId)).toMatchObject({ isOwn: true, version: 2, query: "state=LA" });
    const [audit] = await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(audit).toMatchObject({ action: "view.takeOver", after: { ownerId: roles.manager.actor.userId } });
    await expect(takeOverView(roles.admin, first)).rejects.toMatchObject({ code: "CONFLICT" });
    for (const act of [takeOverView, removeView])
      await expect(act(roles.manager, hidden)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeView(roles.admin, second);
    expect(await seenBy(roles.viewer, second.viewId)).toBeUndefined();
  });

  it("is not taken over under a name that its new owner has already", async () => {
    const gone = await contextOf(database.db, "officer");
    const { id } = await saveView(gone, { name: "Same", query: "", isShared: "on" });
    await saveView(roles.manager, { name: "same", query: "" });
    const attempt = takeOverView(roles.manager, { viewId: String(id), version: "1" });
    await expect(attempt).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });
});

describe("the view with which the list opens", () => {
  const first = async (context: Context) => (await listViews(context, {})).filter(({ isDefault }) => isDefault);

  it("is the person's choice among the views that they may see", async () => {
    const shared = await view(roles.manager, "state=LA", true);
    const hidden = await view(roles.manager, "state=TH");
    await setDefaultView(roles.focal, { viewId: shared.viewId });
    expect(await first(roles.focal)).toMatchObject([{ query: "state=LA", isOwn: false }]);
    expect(await first(roles.manager)).toEqual([]);
    const attempt = setDefaultView(roles.focal, { viewId: hidden.viewId });
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await saveView(roles.focal, { name: "My first", query: "", isDefault: "on" });
    expect((await first(roles.focal)).map((item) => item.id)).toEqual([id]);
    await setDefaultView(roles.focal, { viewId: "" });
    expect(await first(roles.focal)).toEqual([]);
  });

  it("is none after its owner stops sharing it or deletes it", async () => {
    const owner = await contextOf(database.db, "officer");
    for (const end of [
      (seen: { viewId: string; version: string }) => renameView(owner, { ...seen, name: "For me", isShared: false }),
      (seen: { viewId: string; version: string }) => removeView(owner, seen),
    ]) {
      const seen = await view(owner, "state=LA", true);
      await setDefaultView(roles.viewer, { viewId: seen.viewId });
      await setDefaultView(owner, { viewId: seen.viewId });
      await end(seen);
      expect(await first(roles.viewer)).toEqual([]);
    }
  });
});
