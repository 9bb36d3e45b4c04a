import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles } from "./source-files";

const files = sourceFiles(["address", "app", "components", "domain", "features", "server", "db", "i18n", "e2e"]);

const own = /^(address|app|components|domain|features|server|db|i18n|e2e|bin|env|proxy)(\/|$)/;
const topOf = (path: string) => path.split("/")[0] ?? "";
const sliceOf = (path: string) => (path.startsWith("features/") ? path.split("/")[1] : undefined);

/**
 * The top folders from which each folder may import, itself included. `env` is code shared by all
 * that is not in a folder.
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

describe("the imports", () => {
  it("are checked in all of the tree", () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it("follow app -> features -> server -> db -> domain", () => {
    expect(
      offences(({ file }, target, isTypeOnly) => {
        if (!own.test(target)) return false;
        if (isTypeOnly && topOf(file) === "components" && target.startsWith("server/")) return true;
        return !(allowed[topOf(file)] ?? []).includes(topOf(target));
      }),
    ).toEqual([]);
  });

  it("use no packages in the domain", () => {
    expect(offences(({ file }, target) => file.startsWith("domain/") && !own.test(target))).toEqual([]);
  });

  it("keep slices apart: the app composes them", () => {
    expect(
      offences(({ file }, target) => {
        const from = sliceOf(file);
        const to = sliceOf(target);
        return from !== undefined && to !== undefined && from !== to;
      }),
    ).toEqual([]);
  });

  it("keep database, server and Drizzle out of components, except types of DTOs", () => {
    expect(
      offences(({ file }, target, isTypeOnly) => {
        if (!/(^|\/)components\//.test(file) || isTypeOnly) return false;
        return /^(db|drizzle-orm|pg)(\/|$)/.test(target);
      }),
    ).toEqual([]);
  });

  it("reach the database client only from server and db, except types", () => {
    expect(
      offences(
        ({ file }, target, isTypeOnly) =>
          target === "db/client" && !isTypeOnly && !/^(server|db)\//.test(file) && !allowedClientUsers.includes(file),
      ),
    ).toEqual([]);
  });

  it("give renderers only the report model and formats", () => {
    expect(
      offences(
        ({ file }, target) =>
          file.startsWith("features/reports/render/") &&
          own.test(target) &&
          !/^(features\/reports\/(render|report-words)|domain|i18n)/.test(target) &&
          // The preview on screen uses the site's own components.
          !(file.startsWith("features/reports/render/html/") && target.startsWith("components/")),
      ),
    ).toEqual([]);
  });
});

/** The sign-in page has no signed-in context; it uses the system context. */
const allowedClientUsers = ["app/(auth)/sign-in/page.tsx"];

describe("no file contains", () => {
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

  it("raw SQL text beyond the known files", () => {
    // The first makes tables and views, which take no parameters, from the tables' own declarations
    // and a day.
    const known = ["db/past/ensure-past.ts", "db/schema/columns.ts"];
    const found = files.filter(({ text }) => /sql\.raw\(/.test(text)).map(({ file }) => file);
    expect(found.sort()).toEqual(known);
  });
});

describe("file size", () => {
  it("is under 300 lines", () => {
    const long = files.filter(({ file, text }) => text.split("\n").length > 301 && !file.includes("/seed/"));
    expect(long.map(({ file, text }) => `${text.split("\n").length} ${file}`)).toEqual([]);
  });
});
