import type { Agent } from "node:http";
import { callAction } from "../../e2e/access/actions";
import { send } from "../../e2e/support/http";
import { samplePassword, type TestSite } from "../../e2e/support/server";
import { emailOf, mintKey, mintSession, type Person } from "../../e2e/support/session";
import { makeWriter, type Writer, writeOnce } from "../writers";

/** Values that people type and programs send, and that no log may contain. */
export type Canaries = Record<"password" | "wrong password" | "link" | "search" | "cookie" | "token", string>;

/**
 * The requests of people and programs to one site, in turns: reads of every kind, writes,
 * downloads, sign-ins and refused requests.
 */
export type Mix = {
  canaries: Canaries;
  turn: (number: number) => Promise<Turn>;
  /** Pages only. */
  page: (number: number) => Promise<Turn>;
};

export type Turn = { what: string; status: number };

const readers: readonly Person[] = ["officer", "manager", "focal.la", "viewer"];
const WRITERS = 12;

const pages = ["/", "/activities", "/activities?status=ongoing&sort=progress.desc,title.asc&size=50", "/plans"];
/** Pages that are read less often and have many rows each. */
const reports = [
  "/reports/country-progress",
  "/reports/work-plan",
  "/reports/yearly-progress",
  "/activities?q=digital",
];

/** @param agent allows as many connections as there are concurrent requests */
export async function openMix(site: TestSite, agent: Agent): Promise<Mix> {
  const sessions = await Promise.all(readers.map((person) => mintSession(site, person)));
  const officer = sessions[0] ?? "";
  const token = await mintKey(site, "officer", "read");
  const free: Writer[] = [];
  for (let number = 0; number < WRITERS; number += 1) free.push(await makeWriter(site));
  const entry = `/activities/${free[0]?.id}`;
  const canaries: Canaries = {
    password: samplePassword,
    "wrong password": "a-word-that-opens-nothing-7c1f",
    link: "a-link-that-is-none-5e0b19",
    search: "a-search-for-nobody-to-read-93d2",
    cookie: officer,
    token,
  };
  const get = async (what: string, path: string, session: string | null = officer, headers = {}): Promise<Turn> => {
    const asking = { session, headers, agent };
    // Retried, as browsers do if the site has just closed an idle connection.
    const { status } = await send(site, path, asking).catch((error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? send(site, path, asking) : Promise.reject(error),
    );
    return { what, status };
  };
  const write = async (): Promise<Turn> => {
    const writer = free.shift();
    // All writers are waiting for an answer; another request would only cause a conflict.
    if (!writer) return get("page", entry);
    try {
      await writeOnce(site, writer, officer);
      return { what: "write", status: 200 };
    } catch (error) {
      return { what: "write", status: Number(/\d+$/.exec(String(error))?.[0] ?? 0) };
    } finally {
      free.push(writer);
    }
  };
  const signIn = async (password: string): Promise<Turn> => {
    const fields = { email: emailOf("viewer"), password };
    const { status } = await callAction(site, "/sign-in", "users/signIn", fields, { agent });
    return { what: "sign-in", status };
  };
  const page = (number: number) =>
    get("page", pages[number % pages.length] ?? "/", sessions[number % sessions.length] ?? officer);
  const rare: ((number: number) => Promise<Turn>)[] = [
    () => get("CSV", "/activities/export?format=csv&q=lot0001"),
    () => get("no such page", "/activities/99999999"),
    () => get("signed out", "/activities", null),
    () => get("refused address", "/activities?page=x"),
    () => get("no such link", `/invite/${canaries.link}`, null),
    () => signIn(samplePassword),
    () => get("Word", "/reports/country-progress/export?format=docx"),
    // Few enough to stay below the limit for failed attempts.
    (number) => (number % 8_000 < 20 ? signIn(canaries["wrong password"]) : get("page", "/activities/new")),
    (number) => get("report", reports[Math.floor(number / 200) % reports.length] ?? "/"),
    () => get("Excel", "/activities/export?format=xlsx&q=lot0001"),
  ];
  const statics = await staticFiles();
  const step = await stepAddress();
  const common: ((number: number) => Promise<Turn>)[] = [
    page,
    (number) => get("static", statics[number % statics.length] ?? "/icon.svg", null),
    () => get("API", "/api/v1/activities?size=25", null, { authorization: `Bearer ${token}` }),
    write,
    (number) => get("static", statics[number % statics.length] ?? "/icon.svg", null),
    // The request that a click on a column's heading sends.
    () => get("step", step, officer, { rsc: "1" }),
    () => get("entry", entry),
    (number) => get("static", statics[number % statics.length] ?? "/icon.svg", null),
    (number) =>
      number % 20 < 10 ? get("search", `/activities?q=${canaries.search}`) : get("ready", "/api/health/ready"),
  ];
  return {
    canaries,
    page,
    turn: (number) => {
      const kind = number % (common.length + 1);
      const work = common[kind] ?? rare[Math.floor(number / (common.length + 1)) % rare.length] ?? write;
      return work(number);
    },
  };

  /** Next redirects to the address that matches the headers of the navigation. */
  async function stepAddress(): Promise<string> {
    const path = "/activities?sort=progress.desc";
    const { headers } = await send(site, path, { session: officer, headers: { rsc: "1" } });
    return headers.location ?? path;
  }

  /** The files that every page loads, once per browser. */
  async function staticFiles(): Promise<string[]> {
    const { text } = await send(site, "/activities", { session: officer });
    return [...new Set(text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? [])];
  }
}
