import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { actionId } from "../access/actions";
import { expect, test } from "../support/fixtures";
import { type Answer, send } from "../support/http";
import type { TestSite } from "../support/server";
import { mintKey, mintSession } from "../support/session";

/** A POST that no browser would send. */
const post = (site: TestSite, headers: Record<string, string>, body: string, path = "/sign-in") =>
  send(site, path, { method: "POST", headers, body });

const multipart = { "content-type": "multipart/form-data; boundary=x" };
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Lines of the site's log that report an error. */
const errorsIn = (site: TestSite) =>
  readFileSync(site.logFile, "utf8")
    .split("\n")
    .filter((line) => line.includes('"level":50'));

test("a post that no form of the site sends gets a 4xx without an error in the log", async ({ server }) => {
  const before = errorsIn(server).length;
  const session = await mintSession(server, "officer");
  const id = actionId("users/signIn");
  const byScript = { ...multipart, "next-action": id };
  const text = { "content-type": "text/plain;charset=UTF-8", "next-action": id };
  const answers: [string, Promise<Answer>, number][] = [
    ["no kind", post(server, { "next-action": id, "content-type": "" }, "x"), 415],
    ["JSON", post(server, { "next-action": id, "content-type": "application/json" }, "[]"), 415],
    ["deep text", post(server, text, "[".repeat(781_000)), 415],
    ["a plain text", post(server, text, '["$K1"]'), 415],
    ["a URL-encoded form", post(server, { "content-type": "application/x-www-form-urlencoded" }, "a=1"), 415],
    ["an unknown action", post(server, { ...byScript, "next-action": `60${"0".repeat(40)}` }, ""), 404],
    ["what is no id", post(server, { ...byScript, "next-action": "x" }, ""), 404],
    ["no arguments", post(server, byScript, "--x--"), 400],
    ["deep arguments", post(server, byScript, `${part("0", "[".repeat(700_000))}--x--`), 400],
    ["a state that refers", post(server, byScript, `${part("0", '["$1","$K1"]')}${part("1", '"$0"')}--x--`), 400],
    ["too many fields", post(server, byScript, `${part("a", "").repeat(15_000)}--x--`), 400],
    ["a form that names no action", post(server, multipart, `${part("email", "a@b.example")}--x--`), 400],
    ["a form of another build", post(server, multipart, `${part(`$ACTION_ID_60${"0".repeat(40)}`, "")}--x--`), 404],
    ["a state that is missing", post(server, multipart, `${part("$ACTION_REF_1", "")}--x--`), 400],
  ];
  for (const [what, answer, status] of answers) expect((await answer).status, what).toBe(status);
  const signedIn = await send(server, "/settings/keys", {
    method: "POST",
    session,
    headers: { ...multipart, "next-action": actionId("users/makeKey") },
    body: `${part("0", '[1,"x"]')}--x--`,
  });
  expect(signedIn.status).toBe(400);
  expect(errorsIn(server).slice(before)).toEqual([]);
});

test("headers on which Next fails, and its internal headers, get a 4xx", async ({ server }) => {
  const before = errorsIn(server).length;
  const session = await mintSession(server, "officer");
  const heads: Record<string, string>[] = [
    { "x-middleware-prefetch": "1" },
    { "x-middleware-subrequest": "proxy:proxy" },
    { "x-forwarded-host": "evil.example" },
    { rsc: "1", "next-router-state-tree": "garbage" },
    { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["x",{}]},null,null,true]') },
  ];
  for (const path of ["/", "/sign-in", "/no-such-page"])
    for (const headers of heads)
      expect((await send(server, path, { session, headers })).status, `${path} ${JSON.stringify(headers)}`).toBe(400);
  expect((await send(server, "/_global-error", { session })).status).toBe(404);
  expect(errorsIn(server).slice(before)).toEqual([]);
});

/**
 * Sends these bytes and returns the first line of the answer once the server has closed the
 * connection.
 */
function firstLine(site: TestSite, bytes: string): Promise<string> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (data) => {
      received += data.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received.split("\r\n")[0] ?? ""));
  });
}

test("an asterisk as address is refused, and a request to upgrade is answered and closed", async ({ server }) => {
  const { host } = new URL(server.url);
  for (const method of ["GET", "OPTIONS", "HEAD"])
    expect(await firstLine(server, `${method} * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain(
      " 400 ",
    );
  for (const path of ["/sign-in", "/no-such-page", "/_next/webpack-hmr"]) {
    const upgrade = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n`;
    expect(await firstLine(server, upgrade), path).toMatch(/^HTTP\/1\.1 (200|404) /);
  }
});

test("without a session every address of desk and API gets the same answer", async ({ server }) => {
  const asked = ["", "?asof=ADGMIN-3", "?asof=NOSUCH-1", "?asof=2023-02-10", "?sort=rank.asc", "?nosuch=1"];
  const mark = ({ status, headers, text }: Answer) => ({
    status,
    names: Object.keys(headers).sort(),
    location: new URL(headers.location ?? "/", server.url).pathname,
    code: /"code":"(\w+)"/.exec(text)?.[1],
  });
  for (const path of [
    "/activities",
    "/activities/1",
    "/activities/999999",
    "/meetings/compare",
    "/api/v1/activities",
    "/api/v1/nosuch",
  ]) {
    const marks = [];
    for (const query of asked) marks.push(mark(await send(server, path + query)));
    const compared = await send(server, `${path}?from=ADGMIN-3&to=NOSUCH-1`);
    expect(new Set([...marks, mark(compared)].map((one) => JSON.stringify(one))).size, path).toBe(1);
    expect(marks[0]?.status, path).toBe(path.startsWith("/api") ? 401 : 307);
  }
  const foreign = { session: "eyJhbGciOiJkaXIifQ..made.up.cookie" };
  expect((await send(server, "/activities?asof=NOSUCH-1", foreign)).status).toBe(307);
});

test("the API refuses unknown fields of a body by name", async ({ server }) => {
  const authorization = `Bearer ${await mintKey(server, "officer")}`;
  const headers = { authorization, "content-type": "application/json" };
  const body = '{"titleEn":"Never kept","__proto__":{"isAdmin":true},"rank":1}';
  const answer = await send(server, "/api/v1/activities", { method: "POST", headers, body });
  expect(answer.status).toBe(400);
  const { fields } = JSON.parse(answer.text).error;
  expect(fields.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
    ["__proto__", "UNKNOWN_NAME"],
    ["rank", "UNKNOWN_NAME"],
  ]);
});
