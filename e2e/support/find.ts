import type { Locator, Page } from "@playwright/test";
import type { Locale } from "../../domain/vocabulary";
import { keepLaoWords } from "../../i18n/lao-words";
import { ask } from "./database";
import { escaped, exactly, type Words } from "./labels";
import type { TestSite } from "./server";

/** The names of the table's columns. */
export function columnNames(w: Words) {
  return {
    code: w("terms.noun.code"),
    title: w("terms.noun.activity"),
    lead: w("terms.noun.leadState"),
    stage: w("terms.noun.stage"),
    status: w("terms.noun.status"),
    schedule: w("terms.noun.schedule"),
    progress: w("terms.noun.progress"),
    plan: w("terms.noun.workPlan"),
    updated: w("terms.noun.updated"),
  };
}

/** The rows of the activities table, without its header. */
export function tableRows(page: Page, w: Words): Locator {
  const table = page.getByRole("region", { name: w("activities.tableLabel") });
  return table
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: /./ }), hasNot: page.getByRole("columnheader") });
}

/** The row of an activity by its code. */
export function rowOf(page: Page, w: Words, code: string): Locator {
  return tableRows(page, w).filter({ has: page.getByRole("cell", { name: exactly(code) }) });
}

type Facet = "period" | "state" | "status" | "stage" | "sample";

/** Opens a facet's choices. @returns its form */
export async function openFacet(page: Page, w: Words, facet: Facet): Promise<Locator> {
  const title = w(`activities.facet.${facet}`);
  const opener = page.getByRole("link", { name: new RegExp(`^${escaped(title)}( |$)`), expanded: false });
  // Facets that are rarely used are in a menu.
  if (!(await opener.isVisible())) await page.getByText(exactly(w("activities.moreFilters"))).click();
  await opener.click();
  return page.getByRole("form", { name: exactly(title) });
}

/** Ticks choices of a facet and shows the result. */
export async function choose(page: Page, w: Words, facet: Facet, names: readonly string[]): Promise<void> {
  const panel = await openFacet(page, w, facet);
  for (const name of names) {
    await panel.getByRole("checkbox", { name: new RegExp(`^${escaped(name)}[ 0-9]*$`) }).check();
  }
  await panel.getByRole("button", { name: exactly(w("activities.show")) }).click();
  await page.waitForURL((url) => url.searchParams.has(facet) && !url.searchParams.has("facet"));
}

/** Searches within the list. */
export async function search(page: Page, w: Words, text: string): Promise<void> {
  const box = page.getByRole("searchbox", { name: w("activities.searchLabel") });
  await box.fill(text);
  await box.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === text);
}

/** The name of a reference row in the reader's language. */
export async function nameOf(
  site: TestSite,
  table: "periods" | "member_states",
  code: string,
  lang: Locale,
): Promise<string> {
  const [row] = await ask<{ name: string }>(
    site,
    `select coalesce(name_${lang}, name_en) as name from ${table} where code = $1`,
    [code],
  );
  if (!row) throw new Error(`no ${code} in ${table}`);
  return lang === "lo" ? keepLaoWords(row.name) : row.name;
}

/** Opens the sort bar's menu and adds a level. */
export async function addSort(page: Page, w: Words, column: string, touch = false): Promise<void> {
  const menu = page.getByRole("group").filter({ hasText: w("activities.sortAdd") });
  const opener = menu.getByText(w("activities.sortAdd"));
  const choice = menu.getByRole("link", { name: exactly(column) });
  if (touch) {
    await opener.tap();
    await choice.tap();
  } else {
    await opener.click();
    await choice.click();
  }
}
