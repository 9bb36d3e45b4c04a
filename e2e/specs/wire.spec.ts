import { connect } from "node:net";
import path from "node:path";
import { test as base, expect } from "../support/fixtures";
import { send } from "../support/http";
import { startSite, type TestSite } from "../support/server";
import { mintSession } from "../support/session";

/** A site on a machine with a distant time zone. */
const test = base.extend<object, { abroad: TestSite }>({
  abroad: [
    async ({ browserName: _ }, use, info) => {
      const log = path.join(info.project.outputDir, "site-abroad.log");
      const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", log, { env: { TZ: "America/New_York" } });
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/**
 * Sends these bytes verbatim.
 * @returns the status lines of all answers until the server closes the connection or sends nothing
 *   for a second
 */
function raw(site: TestSite, bytes: string): Promise<string[]> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    let reply = "";
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on("data", (data) => {
      reply += data.toString("latin1");
    });
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? undefined : reject(error)));
    socket.on("close", () => resolve([...reply.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status ?? "")));
  });
}

test.describe("malformed requests", () => {
  const head = (site: TestSite, more: string, line = "POST /sign-in HTTP/1.1") =>
    `${line}\r\nHost: ${new URL(site.url).host}\r\nOrigin: ${site.url}\r\n${more}\r\n`;
  const cases: [string, (site: TestSite) => string, RegExp][] = [
    ["two lengths", (site) => head(site, "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"), /^400$/],
    [
      "a length and pieces",
      (site) => head(site, "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
      /^400$/,
    ],
    ["a folded header", (site) => head(site, "X-Note: one\r\n two\r\n\r\n"), /^400$/],
    ["a header of 20 kB", (site) => head(site, `X-Note: ${"a".repeat(20_000)}\r\n\r\n`), /^431$/],
    ["an address of 2 MB", (site) => head(site, "\r\n", `GET /?q=${"a".repeat(2_000_000)} HTTP/1.1`), /^(414|431)$/],
    ["another host in the line", (site) => head(site, "\r\n", "GET http://evil.example/ HTTP/1.1"), /^(30\d|400)$/],
    ["no request at all", () => "\u0016\u0003\u0001 nonsense\r\n\r\n", /^400$/],
  ];
  for (const [what, bytesOf, expected] of cases) {
    test(`${what} is refused, and the next request is answered`, async ({ server }) => {
      const statuses = await raw(server, bytesOf(server));
      expect(statuses[0] ?? "").toMatch(expected);
      expect((await send(server, "/sign-in")).status).toBe(200);
    });
  }

  test("ten thousand parameters are refused by name, not by failing", async ({ server }) => {
    const session = await mintSession(server, "viewer");
    const query = Array.from({ length: 1_500 }, (_, index) => `p${index}=1`).join("&");
    expect((await send(server, `/activities?${query}`, { session })).status).toBe(400);
    const body = Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send(server, "/plans/new", { method: "POST", session, body, headers })).status).toBeLessThan(500);
  });
});

test("no address makes the site send a request to another server", async ({ server }) => {
  for (const target of ["http://127.0.0.1:1/", "http://[::ffff:7f00:1]/", "http://2130706433/"]) {
    const { status } = await send(server, `/_next/image?url=${encodeURIComponent(target)}&w=64&q=75`);
    expect([400, 404]).toContain(status);
  }
});

test("health checks report the state and nothing else", async ({ server }) => {
  const [lives, ready] = [await send(server, "/api/health"), await send(server, "/api/health/ready")];
  expect([lives.status, ready.status]).toEqual([200, 200]);
  for (const { text } of [lives, ready]) expect(text).not.toMatch(/\d+\.\d+\.\d+|postgres|version/i);
});

test("days and times do not depend on the machine's time zone", async ({ server, abroad }) => {
  // A year that no other spec writes into.
  const address = "/activities?period=CYCLE-2021&sort=code.asc&cols=code,title,updated,start,end";
  const [here, there] = await Promise.all(
    [server, abroad].map(async (site) => send(site, address, { session: await mintSession(site, "viewer") })),
  );
  const days = here?.text.match(/\d{1,2}\u00a0\w{3}\u00a0\d{4}/g) ?? [];
  expect(days.length).toBeGreaterThan(5);
  expect(there?.text.match(/\d{1,2}\u00a0\w{3}\u00a0\d{4}/g)).toEqual(days);
});
