import type { Browser } from "@playwright/test";
import { type Link, openBrowser, sortStep, type Visitor, visit } from "./browse";
import { type Aim, ms, quantile } from "./figures";
import { fetchOnce } from "./hammer";

const VISITS = 3;

type Places = { site: string; floor: string; cookie: { name: string; value: string } };

/**
 * Chromium with a cold cache, signed in, on a fast and on a slow link, alternating between the site
 * and the floor.
 * @returns the aims with their values, and the headers with which the browser requests a navigation
 */
export async function measureInBrowser({ site, floor, cookie }: Places) {
  const browser = await openBrowser();
  const seen = { fast: await compare(browser, "fast"), slow: await compare(browser, "slow") };
  const [bareJs, siteJs] = [await scriptsOf(floor, {}), await scriptsOf(site, { cookie })];
  await browser.close();
  const { fast, slow } = seen;
  const aims: Aim[] = [
    { what: "sort click to rows / bare table page", value: fast.step / fast.floor, atMost: 0.6 },
    { what: "first row cold / bare table page, fast link", value: fast.site / fast.floor, atMost: 1.5 },
    { what: "first row cold, slow link, seconds", value: slow.site / 1_000, atMost: 2.5 },
    { what: "requests until the page is quiet", value: fast.requests, atMost: 12 },
    { what: "JavaScript over the bare page, kB gzip", value: (siteJs - bareJs) / 1_000, atMost: 40 },
  ];
  return { aims, step: fast.asked };

  async function compare(browser: Browser, link: Link) {
    const visitor: Visitor = { cookie };
    const times = { site: [] as number[], floor: [] as number[], step: [] as number[] };
    let last = { requests: 0, bytes: 0 };
    let asked = { headers: {}, rsc: "" };
    for (let turn = 0; turn < VISITS; turn += 1) {
      const own = await visit(browser, site, link, visitor);
      times.site.push(own.firstRow);
      times.floor.push((await visit(browser, floor, link, {})).firstRow);
      const step = await sortStep(browser, site, link, visitor);
      times.step.push(step.rows);
      last = own;
      asked = { headers: replayable(step.headers), rsc: step.rsc };
    }
    const middle = (name: keyof typeof times) => quantile(times[name], 0.5);
    console.log(
      `${link} link: first row ${ms(middle("site"))} (${last.requests} requests, ${(last.bytes / 1_000).toFixed(0)} kB), ` +
        `floor ${ms(middle("floor"))}; sort click to rows ${ms(middle("step"))}`,
    );
    return { site: middle("site"), floor: middle("floor"), step: middle("step"), requests: last.requests, asked };
  }
}

/** The transfer size of the scripts that a page names, in bytes. */
async function scriptsOf(url: string, { cookie }: Visitor): Promise<number> {
  const headers = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : undefined;
  const html = await (await fetch(url, { headers })).text();
  const paths = new Set([...html.matchAll(/\/_next\/static\/[^"\\\s]+?\.js/g)].map(([path]) => path));
  let bytes = 0;
  for (const path of paths) {
    bytes += await fetchOnce({ url: new URL(path, url).href });
  }
  return bytes;
}

/** The headers needed to repeat a navigation; the address is set by the bench. */
function replayable(headers: Record<string, string>): Record<string, string> {
  const wanted = ["rsc", "next-router-state-tree", "next-url", "accept"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => wanted.includes(name)));
}
