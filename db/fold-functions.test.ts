import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { foldFunctions } from "./fold-functions";

/** The statements that made this function last; a later migration may have made it anew. */
function lastMade(name: string): string | undefined {
  const folder = new URL("migrations/", import.meta.url);
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith(".sql"));
  const statements = files
    .sort()
    .flatMap((file) => readFileSync(fileURLToPath(new URL(file, folder)), "utf8").split("--> statement-breakpoint"));
  return statements.filter((statement) => statement.includes(`create function ${name}(`)).at(-1);
}

const named = foldFunctions.map((made) => [/^create function (\w+)/.exec(made)?.[1] ?? "", made] as const);

it.each(named)("the migrations make %s as it is written", (name, made) => {
  expect(lastMade(name)).toContain(made);
});
