import type { TestSite } from "../e2e/support/server";
import type { BenchEnvironment } from "./environment";
import { type Aim, ms, quantile } from "./figures";
import { cpuOf, fetchOnce, memoryOf, timesOf } from "./hammer";
import { type Writer, writeOnce } from "./writers";

/** A site on a filled database, and the session that sends the requests. */
export type Opened = {
  environment: BenchEnvironment;
  url: string;
  site: TestSite;
  session: string;
  headers: Record<string, string>;
  pid: number;
  writer: Writer;
  entries: number;
  stop: () => Promise<void>;
};

const facets = ["status", "state", "owner", "outcome", "signal"] as const;

const asking = ({ url, headers }: Opened, path: string) => fetchOnce({ url: url + path, headers });

/**
 * A facet's counts are loaded by a plain link when it is opened; the additional time of that page
 * is their cost.
 */
export async function measureFacets(opened: Opened): Promise<void> {
  const middle = async (path: string) => quantile(await timesOf(5, () => asking(opened, path)), 0.5);
  const closed = await middle("/activities");
  const found = { closed: ms(closed) } as Record<string, string>;
  for (const facet of facets) found[facet] = ms(await middle(`/activities?facet=${facet}`));
  console.log(
    `\nThe list with a facet opened, ${opened.entries.toLocaleString("en")} entries, one after the other, p50`,
  );
  console.table([found]);
}

/**
 * An update and each kind of file, one after the other; then all at once, to measure peak memory.
 */
export async function measureDownloads(opened: Opened): Promise<Aim[]> {
  const csv = "/activities/export?format=csv&q=lot";
  const xlsx = "/activities/export?format=xlsx&q=lot";
  const docx = "/activities/export?format=docx&q=lot0003";
  const timed = async (name: string, count: number, work: () => Promise<unknown>) => {
    const cpu = cpuOf(opened.pid);
    const times = await timesOf(count, work);
    const middle = quantile(times, 0.5);
    const each = (cpuOf(opened.pid) - cpu) / count;
    console.log(
      `${name}: p50 ${ms(middle)}, longest ${ms(Math.max(...times))}, CPU of the site ${ms(each)} (${count} times)`,
    );
    return middle;
  };
  console.log(`\nmemory of the site so far: ${memoryOf(opened.pid).peak.toFixed(0)} MB at most`);
  await timed("an update", 20, () => writeOnce(opened.site, opened.writer, opened.session));
  const csvTime = await timed("CSV, 10,000 rows", 9, () => asking(opened, csv));
  await timed("Excel, 10,000 rows", 3, () => asking(opened, xlsx));
  const docxTime = await timed("Word, 500 rows", 5, () => asking(opened, docx));
  const together = await Promise.allSettled([xlsx, xlsx, docx, csv].map((path) => asking(opened, path)));
  const refused = together.filter(({ status }) => status === "rejected").length;
  if (refused > 0) console.log(`${refused} of ${together.length} asked for at once were told to come back`);
  const { now, peak } = memoryOf(opened.pid);
  console.log(`memory of the site: ${now.toFixed(0)} MB now, ${peak.toFixed(0)} MB at most`);
  return [
    { what: "CSV of 10,000 rows, ms", value: csvTime, atMost: 300 },
    { what: "Word file of 500 rows, seconds", value: docxTime / 1_000, atMost: 2 },
    { what: "memory under load, exports at once, MB", value: peak, atMost: 400 },
  ];
}
