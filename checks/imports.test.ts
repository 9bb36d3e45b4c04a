import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles } from "./source-files";

const files = sourceFiles(["address", "app", "components", "domain", "features", "server", "db", "i18n", "e2e"]);

const own = /^(address|app|components|domain|features|server|db|i18n|e2e|bin|env|proxy)(\/|$)/;
const topOf = (path: string) => path.split("/")[0] ?? "";
const sliceOf = (path: string) => (path.startsWith("features/") ? path.split("/")[1] : undefined);

/**
 * Which top folders a folder may import from, itself included. A slice's shared code beside the
 * folders is `env`.
 */
const allowed: Record<string, readonly string[]> = {
  app: ["app", "features", "address", "components", "server", "i18n", "domain", "db", "env"],
  features: ["features", "address", "components", "server", "i18n", "domain", "db", "env"],
  address: ["address", "domain"],
  components: ["components", "i18n", "domain", "env"],
  server: ["server", "db", "domain", "i18n", "env"],
  db: ["db", "domain", "env"],
  i18n: ["i18n", "domain", "env"],
  domain: ["domain"],
  e2e: ["e2e", "domain", "i18n", "db", "bin"],
};

function offences(test: (file: SourceFile, target: string, isTypeOnly: boolean) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ target, isTypeOnly }) => test(file, target, isTypeOnly))
      .map(({ target }) => `${file.file} imports ${target}`),
  );
}

describe("who may import whom", () => {
  it("reads a tree worth checking", () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it("follows app -> features -> server -> db -> domain", () => {
    expect(
      offences(({ file }, target, isTypeOnly) => {
        if (!own.test(target)) return false;
        if (isTypeOnly && topOf(file) === "components" && target.startsWith("server/")) return true;
        return !(allowed[topOf(file)] ?? []).includes(topOf(target));
      }),
    ).toEqual([]);
  });

  it("leaves the domain free of packages", () => {
    expect(offences(({ file }, target) => file.startsWith("domain/") && !own.test(target))).toEqual([]);
  });

  it("keeps slices apart: the app composes them", () => {
    expect(
      offences(({ file }, target) => {
        const from = sliceOf(file);
        const to = sliceOf(target);
        return from !== undefined && to !== undefined && from !== to;
      }),
    ).toEqual([]);
  });

  it("keeps database, server and Drizzle out of components; a DTO's type is fine", () => {
    expect(
      offences(({ file }, target, isTypeOnly) => {
        if (!/(^|\/)components\//.test(file) || isTypeOnly) return false;
        return /^(db|drizzle-orm|pg)(\/|$)/.test(target);
      }),
    ).toEqual([]);
  });

  it("lets only server and db reach the database client, types apart", () => {
    expect(
      offences(
        ({ file }, target, isTypeOnly) =>
          target === "db/client" && !isTypeOnly && !/^(server|db)\//.test(file) && !allowedClientUsers.includes(file),
      ),
    ).toEqual([]);
  });

  it("lets renderers see only the report model and formats", () => {
    expect(
      offences(
        ({ file }, target) =>
          file.startsWith("features/reports/render/") &&
          own.test(target) &&
          !/^(features\/reports\/(render|report-words)|domain|i18n)/.test(target) &&
          // The preview on screen is drawn with the site's own components.
          !(file.startsWith("features/reports/render/html/") && target.startsWith("components/")),
      ),
    ).toEqual([]);
  });
});

/** The sign-in page has no signed-in context: it asks as the system. */
const allowedClientUsers = ["app/(auth)/sign-in/page.tsx"];

describe("what no file may hold", () => {
  it.each([
    ["raw HTML", /dangerouslySetInnerHTML/],
    ["weak hashes", /createHash\(["'](md5|sha1)["']\)/],
    ["guessable tokens", /Math\.random\(/],
    ["type escapes", /\bas any\b|@ts-ignore|@ts-expect-error/],
    ["an order by the machine's own language", /\.localeCompare\([^,()]*\)/],
    ["Intl outside i18n", /\bIntl\.(DateTimeFormat|NumberFormat)/],
  ])("%s", (_name, pattern) => {
    const found = files
      .filter(({ file, text }) => pattern.test(text) && !file.startsWith("i18n/"))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it("raw SQL text beyond the schema's own lists", () => {
    // The second makes tables and views, which take no parameters: from the tables' own
    // declarations and a day.
    const known = ["db/past/ensure-past.ts", "db/schema/columns.ts"];
    const found = files.filter(({ text }) => /sql\.raw\(/.test(text)).map(({ file }) => file);
    expect(found.sort()).toEqual(known);
  });
});

describe("size", () => {
  it("keeps every file under 300 lines", () => {
    const long = files.filter(({ file, text }) => text.split("\n").length > 301 && !file.includes("/seed/"));
    expect(long.map(({ file, text }) => `${text.split("\n").length} ${file}`)).toEqual([]);
  });
});
