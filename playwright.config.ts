import { defineConfig } from "@playwright/test";
import { root } from "./bin/launch/settings.mjs";
import { chromiumFlags, systemChromium } from "./bin/testing/browser.mjs";
import { fontsConf } from "./bin/testing/fonts.mjs";

/** Specs that examine the texts of pages, on a site to which no other spec has written. */
const judging = /(axe|lao)\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  outputDir: "test-results",
  // Each worker has a database and a site of its own (e2e/support/fixtures.ts), and no worker
  // serves two projects. One more than two cores have: a third of the time a worker waits for its
  // browser.
  workers: 3,
  projects: [
    { name: "judging", testMatch: judging, retries: 0 },
    // What needs its second try is told apart, and is allowed for two tests at most
    // (bin/testing/counts.mjs).
    { name: "acting", testIgnore: judging, retries: 1 },
  ],
  forbidOnly: true,
  // Limits against hanging, not measures: a loaded machine may take its time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalTimeout: 20 * 60_000,
  use: {
    // A word that is not there is told soon, not after the whole minute.
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: systemChromium(),
      args: chromiumFlags,
      // Widths are measured: they must not depend on what fonts a machine has.
      env: { ...process.env, FONTCONFIG_FILE: fontsConf("Noto Sans Lao", root) },
    },
    screenshot: "only-on-failure",
  },
});
