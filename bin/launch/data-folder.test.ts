import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enterableTemporaryFolder } from "../../db/embedded/database-user.mjs";
import { dataFolder, openDataFolder } from "./data-folder.mjs";

const isRoot = process.getuid?.() === 0;
let home: string;
let clone: string;

beforeEach(() => {
  home = mkdtempSync(path.join(enterableTemporaryFolder(), "home-"));
  clone = path.join(home, "clone");
  mkdirSync(clone);
  // Independent of the umask.
  chmodSync(clone, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("data is stored in the clone, or in DATA_DIR", () => {
  chmodSync(home, 0o755);
  expect(dataFolder({}, clone)).toBe(path.join(clone, "data"));
  expect(dataFolder({ dataDir: "elsewhere" }, clone)).toBe(path.join(clone, "elsewhere"));
  expect(dataFolder({ dataDir: home }, clone)).toBe(home);
});

test("below a home that the database's user cannot enter, root's data is stored below /var/lib, by the clone's path", () => {
  chmodSync(home, 0o700);
  const name = createHash("sha256").update(clone).digest("hex").slice(0, 12);
  const apart = path.join("/var/lib/asean-activity-tracker", name);
  expect(dataFolder({}, clone)).toBe(isRoot ? apart : path.join(clone, "data"));
  // With an external database no other user needs access.
  expect(dataFolder({ databaseUrl: "postgres://db/tracker" }, clone)).toBe(path.join(clone, "data"));
});

test("a new folder is closed to others, except for the access that root's database needs", () => {
  chmodSync(home, 0o755);
  const folder = openDataFolder(path.join(clone, "a", "b"), true);
  expect(statSync(folder).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
  expect(statSync(path.dirname(folder)).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
});

test("DATA_DIR in an inaccessible folder is refused for root, and accepted for an ordinary user", () => {
  chmodSync(home, 0o700);
  const open = () => openDataFolder(path.join(clone, "data"), true);
  if (isRoot) expect(open).toThrow(/^The data folder .*clone\/data cannot be entered by user 65534.*set DATA_DIR\.$/);
  else expect(open()).toBe(path.join(clone, "data"));
});
