import path from "node:path";
import { test as base, expect } from "@playwright/test";
import { startSite, type TestSite } from "./server";

type TestFixtures = {
  /** Console errors that a test provokes on purpose, such as the browser's note of a 404. */
  expectedErrors: RegExp[];
  /** Fails a test whose pages reported an error; nothing to use in a test. */
  noErrors: undefined;
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
      context.on("console", (message) => {
        if (message.type() === "error") note(message.text());
      });
      context.on("weberror", (error) => note(error.error().message));
      await use(undefined);
      expect(errors, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
