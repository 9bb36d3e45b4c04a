import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { callAction } from "../../e2e/access/actions";
import { addOngoing } from "../../e2e/support/entries";
import { type Answer, send } from "../../e2e/support/http";
import type { TestSite } from "../../e2e/support/server";
import { emailOf, mintKey, mintSession } from "../../e2e/support/session";

/** What the site says to each kind of request, such as `200` or `503 after 5 s`. */
export type Said = Record<string, string>;

export type Probes = {
  /** Asks everything once, all at the same time. */
  askAll: () => Promise<Said>;
  /** Everything that was asked while the site was well. */
  isWell: (said: Said) => boolean;
};

/** Longer than the site may take to say that it cannot just now. */
const PATIENCE_MS = 20_000;

/**
 * People, keys and an entry, made while the database is well, and the requests that they make
 * whatever happens to it.
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
      // Its answer may be a second old: it is asked until it says what the others have met.
      for (const until = Date.now() + 1_500; Date.now() < until; await delay(100)) {
        said.ready = await heard(ready);
        if (said.ready !== "200") break;
      }
      return said;
    },
    isWell: (said) => Object.values(said).every((answer) => /^(200|201|303)(?! refused)/.test(answer)),
  };
}

/** One of a kind, and of a size that no page of a table has room for. */
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
  // An action's refusal that is no status would be a success to whoever reads statuses.
  const told = answer.status === 200 && answer.text.includes('"ok":false') ? " refused" : "";
  const state = /"status":"(?!ready)(\w+)"/.exec(answer.text)?.[1];
  return [
    ...[`${answer.status}${told}`, wait && `retry ${wait}`, state && state],
    seconds > 1 && `in ${seconds.toFixed(1)} s`,
  ]
    .filter(Boolean)
    .join(", ");
}
