import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { callAction } from "../../e2e/access/actions";
import { addOngoing } from "../../e2e/support/entries";
import { type Answer, send } from "../../e2e/support/http";
import type { TestSite } from "../../e2e/support/server";
import { emailOf, mintKey, mintSession } from "../../e2e/support/session";

/** The site's answer to each kind of request, such as `200` or `503 after 5 s`. */
export type Said = Record<string, string>;

export type Probes = {
  /** Sends every request once, all at the same time. */
  askAll: () => Promise<Said>;
  /** The answers while the site worked normally. */
  isWell: (said: Said) => boolean;
};

/** Longer than the site may take to answer that it is unavailable. */
const PATIENCE_MS = 20_000;

/**
 * Creates people, keys and an entry while the database works, and the requests that they send in
 * any condition.
 */
export async function openProbes(site: TestSite, samplePassword: string): Promise<Probes> {
  const session = await mintSession(site, "officer");
  const key = await mintKey(site, "officer");
  const { id } = await addOngoing(site, { lead: "LA" });
  const withKey = { headers: { authorization: `Bearer ${key}` } };
  const comment = () => JSON.stringify({ text: `Said at ${Date.now()}` });
  const asks: Record<string, () => Promise<Answer>> = {
    page: () => send(site, "/activities", { session }),
    navigation: () => send(site, "/plans?_rsc", { session, headers: { RSC: "1" } }),
    action: () =>
      callAction(
        site,
        `/activities/${id}`,
        "comments/add",
        { entryId: String(id), audience: "all", text: "Said." },
        { session },
      ),
    "API read": () => send(site, "/api/v1/plans", withKey),
    "API write": () =>
      send(site, `/api/v1/entries/${id}/comments`, {
        method: "POST",
        body: comment(),
        headers: {
          ...withKey.headers,
          "content-type": "application/json",
          "idempotency-key": randomBytes(12).toString("hex"),
        },
      }),
    upload: () =>
      callAction(
        site,
        `/activities/${id}`,
        "evidence/add",
        { entryId: String(id), kind: "report", file: file() },
        { session },
      ),
    export: () => send(site, "/activities/export?format=csv", { session }),
    "sign-in": () =>
      callAction(site, "/sign-in", "users/signIn", { email: emailOf("viewer"), password: samplePassword, next: "/" }),
  };
  const ready = () => send(site, "/api/health/ready");
  return {
    askAll: async () => {
      const pairs = Object.entries(asks).map(async ([what, ask]) => [what, await heard(ask)] as const);
      const said: Said = Object.fromEntries(await Promise.all(pairs));
      // Readiness may be a second old, so it is requested until it agrees with the other answers.
      for (const until = Date.now() + 1_500; Date.now() < until; await delay(100)) {
        said.ready = await heard(ready);
        if (said.ready !== "200") break;
      }
      return said;
    },
    isWell: (said) => Object.values(said).every((answer) => /^(200|201|303)(?! refused)/.test(answer)),
  };
}

/** A unique file of a size that does not fit into existing pages of a table. */
function file(): File {
  return new File([`ບົດລາຍງານ ${randomBytes(300_000).toString("base64")}`], "report.txt", { type: "text/plain" });
}

async function heard(ask: () => Promise<Answer>): Promise<string> {
  const began = Date.now();
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS).unref();
  });
  const answer = await Promise.race([ask().catch((error: Error) => error.message), late]);
  if (answer === null) return `nothing in ${PATIENCE_MS / 1000} s`;
  if (typeof answer === "string") return answer;
  const wait = answer.headers["retry-after"];
  const seconds = (Date.now() - began) / 1000;
  // An action's refusal that has status 200 would look like a success to a client that reads
  // statuses.
  const told = answer.status === 200 && answer.text.includes('"ok":false') ? " refused" : "";
  const state = /"status":"(?!ready)(\w+)"/.exec(answer.text)?.[1];
  return [
    ...[`${answer.status}${told}`, wait && `retry ${wait}`, state && state],
    seconds > 1 && `in ${seconds.toFixed(1)} s`,
  ]
    .filter(Boolean)
    .join(", ");
}
