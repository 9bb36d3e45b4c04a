import { actionCases } from "../access/action-cases";
import { changesNothing, tracesOf } from "../access/action-fixtures";
import { callAction, serverActions } from "../access/actions";
import { type Asker, answersByAsker, askers } from "../access/answers";
import { access, addressOf, type Fixtures, fixturesOf, routesOfApp } from "../access/routes";
import { ask, tableMarks } from "../support/database";
import { planId } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { type Answer, saidBy, send, sessionsOf } from "../support/http";
import type { TestSite } from "../support/server";
import { mintSession, type Person, people } from "../support/session";

let fixtures: Fixtures;
let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  fixtures = await fixturesOf(server);
});

// New sessions for each test: one test signs people out on every device, and wrong links count
// against the address that all tests share.
test.beforeEach(async ({ server }) => {
  await ask(server, "delete from rate_limits");
  sessions = await sessionsOf(server, people);
});

/** A separate session for signing out, which ends it. */
const freshSession = (site: TestSite, asker: Asker) => (asker === "nobody" ? null : mintSession(site, asker));

const sessionOf = (asker: Asker) => (asker === "nobody" ? null : sessions[asker]);

test.describe("pages and routes", () => {
  test("each route of app/ has expected answers", () => {
    expect(Object.keys(access).sort()).toEqual(routesOfApp());
  });

  for (const [route, addresses] of Object.entries(access)) {
    test(`${route} answers each role as expected`, async ({ server }) => {
      for (const [pattern, expected] of Object.entries(addresses)) {
        const path = addressOf(pattern, fixtures);
        const answers = await Promise.all(
          askers.map(async (asker) => [asker, await send(server, path, { session: sessionOf(asker) })] as const),
        );
        const statuses = Object.fromEntries(answers.map(([asker, { status }]) => [asker, status]));
        expect(statuses, pattern).toEqual(Object.fromEntries(answersByAsker(expected)));
        if (expected.nobody === 307) expectSignIn(new Map(answers).get("nobody"), path);
      }
    });
  }

  function expectSignIn(answer: Answer | undefined, path: string): void {
    const location = new URL(answer?.headers.location ?? "", "http://own.invalid");
    expect(location.pathname).toBe("/sign-in");
    expect(["/", path]).toContain(location.searchParams.get("next"));
  }

  test("without a session no answer contains register data, as page, as data or as HEAD", async ({ server }) => {
    const canary = `Canary ${Date.now()}`;
    await ask(
      server,
      "update activities set title_en = $1 where id = (select activity_id from plan_entries where id = $2)",
      [canary, fixtures.ours],
    );
    for (const pattern of Object.values(access).flatMap((addresses) => Object.keys(addresses))) {
      const path = addressOf(pattern, fixtures);
      const data = `${path}${path.includes("?") ? "&" : "?"}_rsc`;
      for (const answer of [
        await send(server, path),
        await send(server, path, { method: "HEAD" }),
        await send(server, data, { headers: { RSC: "1" } }),
        await send(server, path, { session: "forged.cookie" }),
      ]) {
        expect(answer.status, pattern).toBeLessThan(500);
        expect(answer.text, pattern).not.toContain(canary);
      }
    }
    const seen = await send(server, addressOf("/activities/{ours}", fixtures), { session: sessions.officer });
    expect(seen.text).toContain(canary);
  });
});

test.describe("server actions", () => {
  test("each action of the build has cases", () => {
    const names = serverActions().map(({ name }) => name);
    expect(Object.keys(actionCases).sort()).toEqual([...names].sort());
  });

  for (const [name, cases] of Object.entries(actionCases)) {
    test(`${name} is refused without a trace where not permitted, and succeeds where permitted`, async ({ server }) => {
      for (const { what, page, fields, answers, done } of cases) {
        const expected = answersByAsker(answers);
        await refuse(expected.filter(([, answer]) => answer !== "done"));
        for (const [asker] of expected.filter(([, answer]) => answer === "done")) await allow(asker);

        async function refuse(denied: typeof expected): Promise<void> {
          const row = await fields(server, fixtures);
          const before = await tableMarks(server, tracesOf(name));
          for (const [asker, answer] of denied) {
            const path = addressOf(page, { ...fixtures, ...row.ids });
            const { status } = await callAction(server, path, name, row.fields, { session: sessionOf(asker) });
            expect(`${asker}: ${status}`, what).toBe(`${asker}: ${answer}`);
          }
          expect(await tableMarks(server, tracesOf(name)), `${name}, ${what}: nothing may be written`).toEqual(before);
        }

        async function allow(asker: Asker): Promise<void> {
          const row = await fields(server, fixtures);
          const path = addressOf(page, { ...fixtures, ...row.ids });
          const before = await tableMarks(server);
          const answer = await callAction(server, path, name, row.fields, {
            session: await freshSession(server, asker),
          });
          expect(answer.status, `${asker}: ${what}`).toBeLessThan(400);
          expect(answer.text, `${asker}: ${what}`).not.toContain('"ok":false');
          if (done) expect(answer.headers["x-action-redirect"] ?? answer.text, `${asker}: ${what}`).toMatch(done);
          const after = await tableMarks(server);
          if (!changesNothing.has(name)) expect(after, `${asker}: ${what} writes`).not.toEqual(before);
        }
      }
    });
  }
});

test.describe("a focal point and entries in which its state does not participate", () => {
  test("page, data and forms answer as for an id that does not exist", async ({ server }) => {
    const rows = await ask<{ id: number }>(
      server,
      `select id::int from plan_entries e where not exists
         (select 1 from entry_parties p join member_states s on s.id = p.member_state_id where p.entry_id = e.id and s.code = 'LA')
       and not exists
         (select 1 from entry_states p join member_states s on s.id = p.member_state_id where p.entry_id = e.id and s.code = 'LA')
       order by id`,
    );
    expect(rows.length).toBeGreaterThan(10);
    const session = sessions["focal.la"];
    for (const page of ["", "/history", "/report", "/edit", "/states/TH"]) {
      const path = (id: number) => `/activities/${id}${page}`;
      const nowhere = await send(server, path(fixtures.none), { session });
      const noData = await send(server, `${path(fixtures.none)}?_rsc`, { session, headers: { RSC: "1" } });
      // The page of every entry; the form pages for some of them.
      for (const { id } of page === "" ? rows : rows.slice(0, 6)) {
        const answer = await send(server, path(id), { session });
        expect(answer.status, path(id)).toBe(404);
        expectSame(answer, nowhere, path(id), path(fixtures.none));
        const data = await send(server, `${path(id)}?_rsc`, { session, headers: { RSC: "1" } });
        expectSame(data, noData, path(id), path(fixtures.none));
      }
    }
  });

  /**
   * Expects two answers that a reader or a program cannot distinguish, apart from the requested
   * address.
   */
  function expectSame(answer: Answer, other: Answer, path: string, otherPath: string): void {
    const said = (one: Answer, own: string) => JSON.stringify(saidBy(one)).replaceAll(own, "PATH");
    expect(answer.status, path).toBe(other.status);
    expect(Object.keys(answer.headers).sort(), path).toEqual(Object.keys(other.headers).sort());
    expect(said(answer, path), path).toBe(said(other, otherPath));
  }

  test("list, facets, search and downloads omit them, and a plan shows them without link", async ({ server }) => {
    const canary = `Unseen ${Date.now()}`;
    await ask(
      server,
      `update activities set title_en = $1 where id = (select activity_id from plan_entries where id = $2)`,
      [canary, fixtures.theirs],
    );
    const session = sessions["focal.la"];
    for (const path of [
      `/activities?q=${encodeURIComponent(canary)}`,
      "/activities?size=100&state=TH",
      "/activities?facet=state&size=100",
      "/activities/export?format=csv&size=100",
      "/reports/country-progress?state=TH",
      "/reports/country-progress/export?format=csv&state=TH",
    ]) {
      const answer = await send(server, path, { session });
      expect(answer.status, path).toBeLessThan(500);
      // The search form repeats the search text.
      expect(answer.text.replaceAll(encodeURIComponent(canary), "").includes(`${canary}</`), path).toBe(false);
      expect(answer.text, path).not.toContain(`/activities/${fixtures.theirs}"`);
    }
    // The rows of the fixtures are in the plan of 2022.
    const plan = await send(server, `/plans/${await planId(server, 2022)}`, { session });
    expect(plan.text).toContain(canary);
    expect(plan.text).not.toContain(`/activities/${fixtures.theirs}"`);
  });
});
