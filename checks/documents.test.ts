import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const documents = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

it("the documents name no file that does not exist", () => {
  const missing = documents.flatMap((document) => {
    const quoted = [...read(document).matchAll(/`([^`\s]+)`/g)].map(([, text]) => text ?? "");
    const linked = [...read(document).matchAll(/\]\(([^)#\s]+)/g)].map(([, text]) => text ?? "");
    const inRepository = quoted.filter((text) =>
      /^(address|app|bench|bin|checks|components|db|docs|domain|e2e|features|i18n|server)\/[^<*,:]*$/.test(text),
    );
    const beside = linked
      .filter((text) => !text.startsWith("http"))
      .map((text) => (document.startsWith("docs/") ? `docs/${text}` : text));
    return [...inRepository, ...beside].filter((path) => !existsSync(path)).map((path) => `${document}: ${path}`);
  });
  expect(missing).toEqual([]);
});

it("every setting of the environment has a row in the table for operators, and each row a setting", () => {
  // The launcher sets these two itself.
  const own = new Set(["NODE_ENV", "EMBEDDED_DATABASE"]);
  const settings = [...read("env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name ?? "");
  const rows = [...read("docs/operations.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name ?? "");
  expect(settings.length).toBeGreaterThan(15);
  // Next reads this one at build time, before any of our code runs.
  const ofNext = "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY";
  expect(rows.sort()).toEqual([...settings.filter((name) => !own.has(name)), ofNext].sort());
});

it("every command named in the documents exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/npm run ([a-z0-9]+(?::[a-z0-9]+)?)/g)].map(([, name]) => name ?? ""),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
