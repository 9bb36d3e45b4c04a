import { expect, it } from "vitest";
import { commentsIn, missingReferences, referencesIn } from "./references";

it("comments, documents and decisions name no file that does not exist", () => {
  expect(missingReferences()).toEqual([]);
});

it("a reference is a path with an extension, or the name of a source file", () => {
  expect(referencesIn("See `server/define.ts`, (desk/page.tsx) and app/(desk)/plans/[id]/page.tsx.")).toEqual([
    "server/define.ts",
    "desk/page.tsx",
    "app/(desk)/plans/[id]/page.tsx",
  ]);
  expect(referencesIn("as in domain.md 1.2, or [security](docs/security.md#limits)")).toEqual([
    "domain.md",
    "docs/security.md",
  ]);
  expect(
    referencesIn("features/*/server/*.ts, e2e/routes*.ts, i18n/messages/<language>/ui.json, node_modules/a/b.md"),
  ).toEqual([]);
});

it("a removed file may be named if the text says so", () => {
  expect(referencesIn("`server/old.ts` (removed), server/older.ts (now server/new.ts)")).toEqual(["server/new.ts"]);
});

it("only the comments of a source file are read", () => {
  const code = 'const url = "http://a/b.ts"; // see c.ts\n/** as in\n * d.ts */ import "./e.ts";';
  expect(referencesIn(commentsIn(code))).toEqual(["c.ts", "d.ts"]);
});
