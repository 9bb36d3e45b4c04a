import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumFlags, systemChromium } from "../bin/testing/browser.mjs";

export type Link = "fast" | "slow";
export type Visit = { firstRow: number; requests: number; bytes: number };
/**
 * `rsc` is the parameter that Next's router adds to the address: a hash over the headers, without
 * which the request is redirected.
 */
export type Step = { rows: number; requests: number; bytes: number; headers: Record<string, string>; rsc: string };

export type Visitor = { cookie?: { name: string; value: string } };

/** 1.6 Mbit/s, 150 ms latency, and a quarter of this machine's speed. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: systemChromium(), args: chromiumFlags });
}

/** A visit with an empty cache, until the first row of the table is in the page. */
export async function visit(browser: Browser, url: string, link: Link, { cookie }: Visitor): Promise<Visit> {
  const { page, count } = await openPage(browser, url, link, { cookie });
  const firstRow = await untilFirstRow(page, url);
  // Requests are counted until the network is idle, which includes all before the first row.
  await page.waitForLoadState("networkidle");
  const found = { firstRow, ...count };
  await page.context().close();
  return found;
}

/** From the click on a column's heading to rows in another order. */
export async function sortStep(browser: Browser, url: string, link: Link, visitor: Visitor): Promise<Step> {
  const { page, count } = await openPage(browser, url, link, visitor);
  await untilFirstRow(page, url);
  await page.waitForLoadState("networkidle");
  const before = { ...count };
  let asked = { headers: {}, rsc: "" };
  page.on("request", (request) => {
    const { searchParams } = new URL(request.url());
    if (request.headers().rsc !== "1" || !searchParams.has("sort")) return;
    asked = { headers: request.headers(), rsc: searchParams.get("_rsc") ?? "" };
  });
  // No named function inside: the compiler would add a helper that does not exist in the page.
  const rows = await page.evaluate(async () => {
    const head = document.querySelector<HTMLAnchorElement>("thead a[href*='sort=']");
    if (!head) throw new Error("no column can be sorted by");
    // Before React has hydrated the link, a click is a plain navigation.
    while (!Object.keys(head).some((key) => key.startsWith("__reactProps"))) await new Promise(requestAnimationFrame);
    const seen = document.querySelector("tr[data-row]")?.getAttribute("data-row");
    const started = performance.now();
    head.click();
    while (document.querySelector("tr[data-row]")?.getAttribute("data-row") === seen) {
      if (performance.now() - started > 20_000) throw new Error("the rows stay as they are");
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - started;
  });
  const step = { rows, requests: count.requests - before.requests, bytes: count.bytes - before.bytes, ...asked };
  await page.context().close();
  return step;
}

async function openPage(browser: Browser, url: string, link: Link, { cookie }: Visitor) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const own = new URL(url).origin;
  if (cookie) await context.addCookies([{ ...cookie, url: own }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const count = { requests: 0, bytes: 0 };
  session.on("Network.requestWillBeSent", () => {
    count.requests += 1;
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    count.bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  if (link === "slow") {
    await session.send("Network.emulateNetworkConditions", slow);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  return { page, count };
}

/** Measured in the page, from the start of the navigation. */
async function untilFirstRow(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(async () => {
    while (!document.querySelector("tr[data-row]")) {
      if (performance.now() > 60_000) throw new Error(`no row at ${location.href}: ${document.title}`);
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  });
}
