import { type Locale, locales } from "../../domain/vocabulary";
import { stripJoiners } from "../../i18n/lao-words";
import { ask } from "../support/database";
import { addOngoing, storedEntry } from "../support/entries";
import { addSort, choose, columnNames, nameOf, openFacet, rowOf, search, tableRows } from "../support/find";
import { expect, test } from "../support/fixtures";
import { escaped, exactly, words } from "../support/labels";
import { samplePassword, type TestSite } from "../support/server";
import { emailOf } from "../support/session";

/** The two activities of Lao PDR in 2023, with their titles as the interface shows them. */
async function laoTitles(site: TestSite, lang: Locale): Promise<string[]> {
  const rows = await ask<{ title: string }>(
    site,
    `select coalesce(title_${lang}, title_en) as title from activities where code in ('23-01', '23-02') order by code`,
  );
  return rows.map(({ title }) => title);
}

for (const lang of locales) {
  const w = words(lang);
  const columns = columnNames(w);

  test.describe(`${lang}: the officer at the table`, () => {
    test("signs in, and finds the two activities of Lao PDR in 2023 by facets with counts", async ({ as, server }) => {
      // The profile may contain the language that another test chose.
      await ask(server, "update users set locale = null where email = $1", [emailOf("officer")]);
      const page = await as(null, { lang });
      await page.goto("/activities?density=compact");
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await page.getByLabel(w("auth.email")).fill(emailOf("officer"));
      await page.getByLabel(w("auth.password")).fill(samplePassword);
      await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
      await expect(page).toHaveURL(/\/activities\?density=compact$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("activities.title"));

      await choose(page, w, "period", [await nameOf(server, "periods", "CYCLE-2023", lang)]);
      const ofYear = await tableRows(page, w).count();
      await choose(page, w, "sample", [w("activities.facetSample.no")]);
      await choose(page, w, "state", [await nameOf(server, "member_states", "LA", lang)]);
      await expect(tableRows(page, w)).toHaveCount(2);
      expect(ofYear).toBeGreaterThan(13);
      for (const title of await laoTitles(server, lang)) {
        const shown = tableRows(page, w).filter({ hasText: new RegExp([...title].map(escaped).join("\u2060?")) });
        await expect(shown).toHaveCount(1);
        await expect(shown).toContainText(w("terms.stageShort.approved", { body: "ADGMIN" }));
        await expect(shown).not.toContainText(w("ui.sample"));
      }
      await expect(page.getByText(w("activities.totalRows", { count: 2 }))).toBeVisible();
      // Each facet shows how many rows each choice would leave.
      await openFacet(page, w, "stage");
      const stages = page.getByRole("form", { name: exactly(w("activities.facet.stage")) });
      await expect(stages.getByRole("checkbox")).toHaveCount(1);
      await expect(stages.getByText(exactly("2"))).toBeVisible();
      // The choices are still open: they never cover the link that clears all.
      await page.getByRole("link", { name: w("activities.clearFilters") }).click();
      await expect(page).toHaveURL(/\/activities\?density=compact$/);
    });

    test("sorts by two keys: by headings with Shift, and by the sort bar only", async ({ as }) => {
      const page = await as("officer", { lang });
      await page.goto("/activities?period=CYCLE-2023");
      const head = (name: string) => page.getByRole("columnheader", { name: new RegExp(`^${escaped(name)}`) });
      await head(columns.status).getByRole("link").click();
      await expect(head(columns.status)).toHaveAttribute("aria-sort", "ascending");
      await head(columns.title)
        .getByRole("link")
        .click({ modifiers: ["Shift"] });
      await expect(page).toHaveURL(/sort=status\.asc,title\.asc/);
      await expect(head(columns.title)).toHaveAttribute("aria-sort", "ascending");
      const level = w("activities.sortedAt", { level: 2, direction: w("activities.ascending") });
      await expect(head(columns.title).getByText(level)).toBeAttached();

      const turn = (name: string) => page.getByRole("link", { name: exactly(w("activities.sortTurn", { name })) });
      await turn(columns.title).click();
      await expect(page).toHaveURL(/sort=status\.asc,title\.desc/);
      await page.getByRole("link", { name: w("activities.sortEarlier", { name: columns.title }) }).click();
      await expect(page).toHaveURL(/sort=title\.desc,status\.asc/);
      await page.getByRole("link", { name: w("activities.sortRemove", { name: columns.status }) }).click();
      await expect(page).toHaveURL(/sort=title\.desc(&|$)/);
      await addSort(page, w, columns.code);
      await expect(page).toHaveURL(/sort=title\.desc,code\.asc/);
    });

    test("sorts titles by the rules of the language, each row once over all pages", async ({ as }) => {
      const page = await as("officer", { lang });
      const seen: { href: string; title: string }[] = [];
      await page.goto("/activities?sort=title.asc&cols=code,title&period=CYCLE-2023,CYCLE-2024");
      for (let hasMore = true; hasMore; ) {
        const links = tableRows(page, w).getByRole("link");
        const shown = await links.evaluateAll((all) =>
          all.map((link) => ({ href: link.getAttribute("href") ?? "", title: link.textContent ?? "" })),
        );
        seen.push(...shown);
        const next = page.getByRole("link", { name: w("ui.pager.next") });
        hasMore = await next.isVisible();
        if (!hasMore) break;
        const address = page.url();
        await next.click();
        await page.waitForURL((url) => url.href !== address);
        await expect(links.first()).not.toHaveAttribute("href", shown[0]?.href ?? "");
      }
      expect(seen.length).toBeGreaterThan(30);
      expect(new Set(seen.map(({ href }) => href)).size).toBe(seen.length);
      const mark = w("ui.notYetTranslated");
      const titles = seen.map(({ title }) => stripJoiners(title).replace(stripJoiners(mark), "").trim());
      expect(titles).toEqual([...titles].sort(new Intl.Collator(lang).compare));
    });

    test("searches in Lao and English, in any of the usual spellings", async ({ as }) => {
      const page = await as("officer", { lang });
      await page.goto("/activities");
      const found = async (text: string) => {
        await search(page, w, text);
        const codes = tableRows(page, w).getByRole("checkbox");
        const names = await codes.evaluateAll((boxes) => boxes.map((box) => box.getAttribute("aria-label") ?? ""));
        return names.sort().join();
      };
      const identity = await found("ດິຈິຕອນ");
      expect(identity).toContain("23-02");
      expect(await found("ດີຈິຕອນ")).toBe(identity);
      expect(await found("digital identity")).toContain("23-02");
      expect(await found("IDENTITY  digital")).toBe(await found("digital identity"));
      expect(await found("23-01")).toBe(w("activities.select", { code: "23-01" }));
      await search(page, w, "ບໍ່ມີຢູ່ໃສ 100%_");
      await expect(page.getByText(w("activities.noResult"))).toBeVisible();
      await page.getByRole("link", { name: w("activities.clearSearch") }).click();
      await expect(page).toHaveURL(/\/activities$/);
    });

    test("changes status, schedule and progress in the row; a reason is required", async ({ as, server }) => {
      const { id, code } = await addOngoing(server, { lead: "LA" });
      const page = await as("officer", { lang });
      await page.goto(`/activities?q=${code}`);
      const change = w("activities.change", { code });
      await rowOf(page, w, code)
        .getByRole("link", { name: `${change}: ${columns.status}` })
        .click();
      const form = page.getByRole("row").filter({ hasText: w("activities.changeTitle", { code }) });
      await form.getByLabel(exactly(columns.status)).selectOption("implemented");
      await form.getByLabel(exactly(columns.schedule)).selectOption("delayed");
      await form.getByLabel(exactly(columns.progress)).fill("80");
      await form.getByRole("button", { name: exactly(w("activities.apply")) }).click();
      await expect(form.getByText(w("errors.REASON_REQUIRED"))).toBeVisible();
      await expect(form.getByLabel(exactly(columns.progress))).toHaveValue("80");
      await form.getByLabel(exactly(w("activities.reason"))).fill("Data of two states is missing");
      await form.getByRole("button", { name: exactly(w("activities.apply")) }).click();
      await expect(rowOf(page, w, code)).toContainText(w("terms.statusShort.implemented"));
      await expect(rowOf(page, w, code)).toContainText(w("terms.schedule.delayed"));
      await expect(form).toHaveCount(0);
      expect(await storedEntry(server, id)).toMatchObject({ status: "implemented", schedule: "delayed", progress: 80 });
    });

    test("changes selected rows together, all or nothing", async ({ as, server }) => {
      const stamp = `Bulk ${lang} ${Date.now()}`;
      const made = await Promise.all(["1", "2", "3"].map((n) => addOngoing(server, { titleEn: `${stamp} ${n}` })));
      const page = await as("officer", { lang });
      await page.goto(`/activities?q=${encodeURIComponent(stamp)}`);
      const select = (code: string) => page.getByRole("checkbox", { name: w("activities.select", { code }) }).check();
      const bar = page.getByRole("region", { name: w("activities.bulkTitle") });
      await expect(bar).toBeHidden();
      for (const { code } of made.slice(0, 2)) await select(code);
      await bar.getByLabel(exactly(columns.schedule)).selectOption("at_risk");
      await bar.getByLabel(exactly(w("activities.reason"))).fill("The consultant left");
      await bar.getByRole("button", { name: exactly(w("activities.bulkApplyTo", { count: "2" })) }).click();
      await expect(tableRows(page, w).filter({ hasText: w("terms.schedule.at_risk") })).toHaveCount(2);
      await expect(bar).toBeHidden();
      await expect(page.getByText(w("activities.changed", { count: "2" })).first()).toBeVisible();

      for (const { code } of made.slice(0, 2)) await select(code);
      await bar.getByLabel(exactly(columns.progress)).fill("66");
      await bar.getByRole("button", { name: exactly(w("activities.bulkApplyTo", { count: "2" })) }).click();
      await expect(tableRows(page, w).filter({ hasText: "66" })).toHaveCount(2);
      await page.getByRole("button", { name: exactly(w("ui.undo")) }).click();
      await expect(page.getByText(w("activities.undone", { count: "2" }))).toBeVisible();
      await expect(tableRows(page, w).filter({ hasText: "66" })).toHaveCount(0);
      await expect(tableRows(page, w).filter({ hasText: w("terms.schedule.at_risk") })).toHaveCount(2);

      // Another person changes one of the three first: none of them is changed.
      await page.getByRole("checkbox", { name: w("activities.selectAll") }).check();
      await ask(server, "update plan_entries set progress = 41, version = version + 1 where id = $1", [made[2]?.id]);
      await bar.getByLabel(exactly(columns.progress)).fill("77");
      await bar.getByRole("button", { name: exactly(w("activities.bulkApplyTo", { count: "3" })) }).click();
      await expect(bar.getByRole("alert")).toContainText(`${made[2]?.code}: `);
      await expect(
        page.getByRole("link", { name: exactly(w("activities.openRow", { code: made[2]?.code ?? "" })) }),
      ).toBeVisible();
      for (const { id } of made) expect((await storedEntry(server, id)).progress).not.toBe(77);
    });

    test("changes the language without losing filters, sort and search; the profile stores it", async ({
      as,
      server,
    }) => {
      const page = await as("manager", { lang });
      const other = lang === "en" ? "lo" : "en";
      const address = "/activities?q=asean&sort=title.desc&period=CYCLE-2023";
      await page.goto(address);
      await page
        .getByRole("group", { name: w("shell.language") })
        .getByRole("button", { pressed: false })
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(other)("activities.title"));
      await expect(page).toHaveURL(`${server.url}${address}`);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(other);

      const elsewhere = await as(null, { lang });
      await elsewhere.goto("/sign-in?next=/activities");
      await elsewhere.getByLabel(w("auth.email")).fill(emailOf("manager"));
      await elsewhere.getByLabel(w("auth.password")).fill(samplePassword);
      await elsewhere.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
      await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(words(other)("activities.title"));
    });

    test("reads and sorts on a phone by touch", async ({ as, server }) => {
      const { code } = await addOngoing(server, { lead: "LA" });
      const page = await as("officer", { lang, viewport: { width: 390, height: 844 }, hasTouch: true });
      await page.goto(`/activities?q=${code}`);
      await expect(page.getByRole("link", { name: `Entry ${code}` })).toBeVisible();
      await expect(
        page.getByRole("link", { name: new RegExp(`^${escaped(w("terms.statusShort.ongoing"))}`) }),
      ).toBeVisible();
      await addSort(page, w, columns.progress, true);
      await expect(page).toHaveURL(/sort=progress\.asc/);
      await page.getByRole("link", { name: exactly(w("activities.sortTurn", { name: columns.progress })) }).tap();
      await expect(page).toHaveURL(/sort=progress\.desc/);
    });
  });
}
