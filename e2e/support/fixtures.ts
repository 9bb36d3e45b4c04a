import path from "node:path";
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Locale } from "../../domain/vocabulary";
import { startSite, type TestSite } from "./server";
import { mintSession, type Person, sessionCookie } from "./session";

type AsOptions = BrowserContextOptions & {
  /** The language of the interface; English by default. */
  lang?: Locale;
};

type TestFixtures = {
  /** Console errors that a test provokes on purpose, such as the browser's note of a 404. */
  expectedErrors: RegExp[];
  /** Fails a test whose pages reported an error; also watches a context that is passed to it. */
  noErrors: (context: BrowserContext) => void;
  /**
   * A page in a new browser context in which this person is signed in, without using the sign-in
   * page; null = not signed in. Two calls are two browsers.
   */
  as: (person: Person | null, options?: AsOptions) => Promise<Page>;
};

type WorkerFixtures = {
  /** The worker's own site and database. */
  server: TestSite;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({ browserName: _ }, use, info) => {
      const logFile = path.join(info.project.outputDir, `site-${info.workerIndex}.log`);
      const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", logFile);
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  expectedErrors: [[], { option: true }],
  noErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
      };
      const watch = (watched: BrowserContext) => {
        watched.on("console", (message) => {
          if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
        });
        watched.on("weberror", (error) => note(error.error().message));
      };
      watch(context);
      await use(watch);
      expect(errors, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
  as: async ({ browser, server, noErrors }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, { lang = "en", ...options } = {}) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      opened.push(context);
      noErrors(context);
      const cookies: { name: string; value: string; url: string }[] = [
        { name: "locale", value: lang, url: server.url },
      ];
      if (person) cookies.push({ name: sessionCookie, value: await mintSession(server, person), url: server.url });
      await context.addCookies(cookies);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export { expect };
