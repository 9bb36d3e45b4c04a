import path from "node:path";
import { addOngoing } from "../../e2e/support/entries";
import { send } from "../../e2e/support/http";
import type { TestSite } from "../../e2e/support/server";
import { mintKey, mintSession, sessionCookie } from "../../e2e/support/session";
import { runScanner } from "./scanner";

type Asking = { folder: string; minutes: number; level: number; risk: number };
type Target = { name: string; args: string[] };

/**
 * Tests every parameter separately, so that time saved on one is available for the others.
 * @returns the number tested, stopped by their share of the time, and not tested, and the
 *   parameters that sqlmap can inject into
 */
export async function probeSql(site: TestSite, { folder, minutes, level, risk }: Asking) {
  const targets = await targetsOf(site);
  const end = Date.now() + minutes * 60_000;
  const injectable: string[] = [];
  let [tried, cut] = [0, 0];
  const fixed = [
    "--batch",
    "--dbms=PostgreSQL",
    `--level=${level}`,
    `--risk=${risk}`,
    "--technique=BEUS",
    "--threads=2",
  ];
  const quiet = ["--flush-session", "--ignore-code=*", "--disable-coloring", "--timeout=20", "--retries=0", "-v", "0"];
  for (const { name, args } of targets) {
    if (Date.now() >= end) break;
    const out = path.join(folder, `sqlmap-${tried}`);
    // A single parameter may take at most twice its share.
    const share = Math.max(0.5, ((end - Date.now()) / 60_000 / (targets.length - tried)) * 2);
    const { said, isCut } = await runScanner("sqlmap", [...args, ...fixed, ...quiet, `--output-dir=${out}`], share);
    if (said.includes("sqlmap identified the following injection point")) {
      injectable.push(name);
      console.log(`${name}: ${said.slice(-600)}`);
    }
    if (/unable to connect|no parameter\(s\) found/.test(said)) throw new Error(`${name}: ${said.slice(-600)}`);
    tried += 1;
    if (isCut) cut += 1;
  }
  return { tried, cut, open: targets.length - tried, injectable };
}

/** The parameters of the API from its OpenAPI description, and those of the pages' addresses. */
async function targetsOf(site: TestSite): Promise<Target[]> {
  const token = await mintKey(site, "officer");
  const session = await mintSession(site, "officer");
  const { id } = await addOngoing(site, { lead: "LA" });
  const bearer = [`--headers=Authorization: Bearer ${token}`];
  const cookie = [`--cookie=${sessionCookie}=${session}; locale=en`, "--skip=Cookie,User-Agent,Referer,Host"];
  const { paths } = JSON.parse((await send(site, "/api/v1/openapi.json")).text) as OpenApi;
  const targets: Target[] = [];
  for (const [place, methods] of Object.entries(paths)) {
    const address = `${site.url}/api/v1${place.replace(/\{\w+\}/g, String(id))}`;
    for (const { name, in: where } of methods.get?.parameters ?? []) {
      if (where === "query")
        targets.push({
          name: `GET ${place} ${name}`,
          args: ["-u", `${address}?${name}=${sampleOf(name)}`, "-p", name, ...bearer],
        });
      if (where === "path")
        targets.push({
          name: `GET ${place} ${name}`,
          args: ["-u", address.replace(new RegExp(`${id}(?=/|$)`), `${id}*`), ...bearer],
        });
    }
    for (const method of ["post", "put"] as const) {
      const schema = methods[method]?.requestBody?.content["application/json"].schema;
      if (!schema?.properties) continue;
      const body = JSON.stringify(
        Object.fromEntries(Object.keys(schema.properties).map((name) => [name, `${sampleOf(name)}*`])),
      );
      const args = [
        "-u",
        address,
        `--method=${method.toUpperCase()}`,
        `--data=${body}`,
        `--headers=Authorization: Bearer ${token}\\nContent-Type: application/json\\nIf-Match: "1"`,
      ];
      targets.push({ name: `${method.toUpperCase()} ${place} body`, args });
    }
  }
  for (const [page, names] of Object.entries(pageParameters)) {
    for (const name of names) {
      targets.push({
        name: `${page}?${name}`,
        args: ["-u", `${site.url}${page}?${name}=${sampleOf(name)}`, "-p", name, ...cookie],
      });
    }
  }
  return targets;
}

type Operation = {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: { "application/json": { schema: { properties?: Record<string, unknown> } } } };
};
type OpenApi = { paths: Record<string, Partial<Record<"get" | "post" | "put", Operation>>> };

const pageParameters: Readonly<Record<string, readonly string[]>> = {
  "/activities": [
    "q",
    "sort",
    "page",
    "size",
    "period",
    "plan",
    "stage",
    "status",
    "state",
    "partner",
    "outcome",
    "cols",
    "view",
  ],
  "/activities/export": ["format", "q", "period", "lang"],
  "/": ["period"],
  "/reports/country-progress": ["state", "period", "meeting", "sections"],
  "/reports/work-plan": ["plan", "label"],
  "/reports/yearly-progress": ["period"],
  "/sign-in": ["next"],
};

const samples: Readonly<Record<string, string>> = {
  sort: "title.asc",
  page: "1",
  size: "25",
  period: "CYCLE-2023",
  plan: "CYCLE-2023",
  stage: "approved",
  status: "ongoing",
  state: "LA",
  format: "csv",
  lang: "en",
  cols: "code,title",
  next: "/plans",
  view: "1",
};
const sampleOf = (name: string) => samples[name] ?? (/Id$|version|progress/i.test(name) ? "1" : "digital");
