import { readFileSync } from "node:fs";
import { ask } from "../support/database";
import { test as base, expect } from "../support/fixtures";
import { send } from "../support/http";
import { startSite, type TestSite } from "../support/server";
import { emailOf, mintSession } from "../support/session";

const metricsToken = "reads-the-measures-from-another-machine";
const secret = "a-search-that-stands-in-no-log";

type Watched = TestSite & { stop: () => Promise<void> };

const test = base.extend<{ watched: Watched }>({
  /** A site that logs every request and that a test can stop. */
  watched: async ({ browserName: _ }, use, info) => {
    const env = { LOG_LEVEL: "debug", METRICS_TOKEN: metricsToken, SHUTDOWN_GRACE_S: "3" };
    const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", info.outputPath("site.log"), { env });
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= site.stop();
      return stopped;
    };
    await use({ ...site, stop });
    await stop();
  },
});

const linesOf = (site: TestSite) =>
  readFileSync(site.logFile, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("a request is one log line with number, route and person, without secrets; metrics need a token", async ({
  watched,
}) => {
  const session = await mintSession(watched, "officer");
  const [officer] = await ask<{ id: number }>(watched, "select id from users where email = $1", [emailOf("officer")]);
  const list = await send(watched, `/activities?q=${secret}`, { session });
  await send(watched, `/invite/${secret}`);
  await send(watched, `/${secret}`);
  const file = await send(watched, "/activities/export?format=csv", { session });
  expect(file.status).toBe(200);
  const seen = () => linesOf(watched).filter(({ event }) => event === "request");
  await expect.poll(() => seen().map(({ route }) => route)).toContain("/activities/export");
  const line = seen().find(({ requestId }) => requestId === list.headers["x-request-id"]);
  expect(line).toMatchObject({ method: "GET", route: "/activities", status: 200, actorId: officer?.id });
  expect(line?.ms).toBeGreaterThan(0);
  const invite = seen().find(({ route }) => route === "/invite/[token]");
  expect(invite).toMatchObject({ method: "GET" });
  expect(invite).not.toHaveProperty("actorId");
  const log = readFileSync(watched.logFile, "utf8");
  for (const word of [secret, session, metricsToken, watched.authSecret]) expect(log).not.toContain(word);

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const measures = await send(watched, "/metrics", { headers: bearer(metricsToken) });
  expect(measures.status).toBe(200);
  for (const name of ["process_cpu_seconds_total", "nodejs_eventloop_lag_p99_seconds", "database_pool_connections"]) {
    expect(measures.text).toContain(name);
  }
  expect(measures.text).toMatch(
    /http_request_duration_seconds_count\{route="\/activities",method="GET",status="2xx"\} 1/,
  );
  expect(measures.text).toMatch(/^exports_in_progress 0$/m);
  expect(measures.text).not.toContain(secret);
  const passedOn = { "x-forwarded-for": "198.51.100.7" };
  // The same on the machine itself as from elsewhere.
  for (const from of [{}, passedOn]) {
    const statusWith = async (headers: Record<string, string>) =>
      (await send(watched, "/metrics", { headers: { ...from, ...headers } })).status;
    expect(await statusWith({})).toBe(404);
    expect(await statusWith(bearer("guessed"))).toBe(404);
    expect(await statusWith(bearer(metricsToken))).toBe(200);
  }
});

test("a stopping site is not ready at once, answers during its grace period, and closes each connection", async ({
  watched,
}) => {
  const session = await mintSession(watched, "officer");
  expect((await send(watched, "/api/health/ready")).status).toBe(200);
  const stopped = watched.stop();
  await expect.poll(async () => (await send(watched, "/api/health/ready")).status).toBe(503);
  const late = await send(watched, "/activities", { session });
  expect(late.status).toBe(200);
  expect(late.headers.connection).toBe("close");
  await stopped;
  await expect(send(watched, "/api/health")).rejects.toThrow(/ECONNREFUSED/);
});
