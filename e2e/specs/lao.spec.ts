import type { Page } from "@playwright/test";
import { everyPage } from "../access/pages";
import { expect, test } from "../support/fixtures";
import { samplePassword } from "../support/server";
import type { Person } from "../support/session";

test.use({ expectedErrors: [/status of (400|404)/] });

/**
 * Words that are not translated: codes, addresses, request numbers, names of people and products,
 * names of parameters.
 */
const names = [
  /\S+@\S+|https?:\/\/\S+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /\bE\d*-[a-z0-9]+-\d+\b|[A-Z_]{8,}|: sort\./g,
  /Sample (?:administrator|manager|officer|focal point(?: \([^)]*\))?|viewer)|Khamla Somphone|(?<![A-Za-z])So(?![A-Za-z])/g,
  /\b(?:OpenAPI|ETag|If-Match|Idempotency-Key|Retry-After|Key-Expires|Word|Excel|Wi-Fi|English|Ctrl|Esc|Shift|Enter)\b/g,
  // Verbs of English outcome documents are entered as printed; titles contain a partner, a product
  // and a kind of fraud in English.
  /approved …|ASEAN[-–]Japan|Govstack|phishing/g,
];

/** Words in Latin letters, except acronyms. */
function latinWords(text: string): string[] {
  const plain = [samplePassword, ...names].reduce((rest: string, name) => rest.replaceAll(name, " "), text);
  return (plain.match(/[A-Za-z][A-Za-z0-9'’]*/g) ?? []).filter((word) => !/^(?:[A-Z][A-Z0-9]*|EN|px|x)$/.test(word));
}

/**
 * Every text of the page that is not marked as another language: visible text, labels and titles.
 */
function laoTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const visit = (node: Node, lang: string) => {
      if (node.nodeType === Node.TEXT_NODE && lang === "lo") found.add((node.textContent ?? "").trim());
      if (!(node instanceof Element) || /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|KBD|CODE|DATALIST)$/.test(node.tagName))
        return;
      if (getComputedStyle(node).display === "none" || node.getAttribute("translate") === "no") return;
      const own = node.getAttribute("lang") ?? lang;
      const attributes = ["aria-label", "title", "placeholder", "alt"].map((name) => node.getAttribute(name) ?? "");
      if (own === "lo") for (const text of attributes) found.add(text);
      for (const child of node.childNodes) visit(child, own);
    };
    visit(document.body, document.documentElement.lang);
    return [...found];
  });
}

/** Texts whose box clips them: Lao marks above and below the line are clipped first. */
function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const style = getComputedStyle(element);
      const hidesY = style.overflowY === "hidden" || style.overflowY === "clip";
      const isForReadersOnly = style.clipPath !== "none" || element.clientHeight <= 1;
      const hasOwnText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const isCutOnPurpose = style.webkitLineClamp !== "none" || style.textOverflow === "ellipsis";
      if (!hidesY || isForReadersOnly || !hasOwnText || isCutOnPurpose) continue;
      if (element.scrollHeight > element.clientHeight + 1) {
        clipped.push(
          `${element.tagName} ${element.scrollHeight} in ${element.clientHeight}: ${element.textContent?.slice(0, 60)}`,
        );
      }
    }
    return clipped;
  });
}

/** By how many pixels the page scrolls sideways, and the element that causes it. */
function sideways(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return null;
    const wide = [...document.querySelectorAll("body *")].findLast(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return `${over} px by ${wide?.outerHTML.slice(0, 120)}`;
  });
}

test("every page is in Lao: no English word of the interface, no clipped text, no sideways scrolling", async ({
  as,
  server,
}) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  const tabs = new Map<Person | null, Page>();
  const titles = new Set<string>();
  for (const { name, path, person } of await everyPage(server)) {
    const page = tabs.get(person) ?? (await as(person, { lang: "lo", viewport: { width: 1366, height: 900 } }));
    tabs.set(person, page);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang), name).toBe("lo");
    titles.add(await page.title());
    for (const text of await laoTexts(page)) {
      for (const word of latinWords(text)) faults.push(`${name}: "${word}" in "${text.slice(0, 80)}"`);
    }
    for (const width of [1366, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      for (const text of await clippedTexts(page)) faults.push(`${name} at ${width}: cut: ${text}`);
      if (width > 400) continue;
      const over = await sideways(page);
      if (over) faults.push(`${name} at ${width}: scrolls ${over}`);
    }
  }
  for (const title of titles) if (!/\p{Script=Lao}/u.test(title)) faults.push(`title without Lao: ${title}`);
  for (const title of titles) if (title.includes("\u2060")) faults.push(`title with a joiner: ${title}`);
  expect([...new Set(faults)]).toEqual([]);
});

test("what is copied has no joiners, and rows of a table stay rows", async ({ as }) => {
  const page = await as("officer", { lang: "lo" });
  await page.goto("/activities");
  const copied = await page.evaluate(() => {
    const taken = new DataTransfer();
    const rows = document.querySelector("tbody");
    getSelection()?.selectAllChildren(rows ?? document.body);
    const event = new ClipboardEvent("copy", { clipboardData: taken, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    const shown = getSelection()?.toString() ?? "";
    return { shown, text: taken.getData("text/plain"), html: taken.getData("text/html") };
  });
  expect(copied.shown).toContain("\u2060");
  expect(copied.text).toBe(copied.shown.replaceAll("\u2060", ""));
  expect(copied.html).toMatch(/^<table[\s\S]*<tbody[\s\S]*<tr/);
  expect(copied.html).not.toContain("\u2060");
});
