import "server-only";
import { eq, or, sql } from "drizzle-orm";
import { appendAudit } from "@/db/audit-chain";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { auditLog } from "@/db/schema/audit-log";
import { type Person, seedAccounts } from "./accounts";
import { seedDeadlines } from "./deadlines";
import { seedEvidence } from "./evidence";
import type { SampleEntry } from "./rows";
import { readSeedContext } from "./seed-context";
import { type Made, seedYear } from "./seed-entries";
import type { Desk } from "./steps";
import { entries2021 } from "./year-2021";
import { entries2022 } from "./year-2022";
import { entries2023 } from "./year-2023";
import { moreEntries2023 } from "./year-2023-more";
import { entries2024 } from "./year-2024";
import { entries2025 } from "./year-2025";
import { entries2026 } from "./year-2026";

/**
 * The action in the audit log. It also shows that the sample was loaded once, even after its
 * removal.
 */
export const sampleLoad = "sample.load";

const years: readonly (readonly [year: string, rows: readonly SampleEntry[]])[] = [
  ["2021", entries2021],
  ["2022", entries2022],
  ["2023", [...entries2023, ...moreEntries2023]],
  ["2024", entries2024],
  ["2025", entries2025],
  ["2026", entries2026],
];

/**
 * Loads the sample register and its accounts, once: it may be called at each start, and a removed
 * sample is not loaded again.
 * @param options.samplePassword of the accounts; without it nobody can sign in with them until one
 *   is set
 */
export async function seedSample(db: Database, options: { samplePassword?: string }): Promise<void> {
  await db.transaction(async (tx) => {
    if (await wasLoaded(tx)) return;
    const context = await readSeedContext(tx);
    const people = await seedAccounts(tx, context, options.samplePassword);
    const desk = deskOf(people);
    const made: Made = new Map();
    for (const [year, rows] of years) await seedYear(tx, context, desk, year, rows, made);
    await seedEvidence(tx, desk.officer);
    await seedDeadlines(tx, context, desk.officer, "2026");
    await appendAudit(tx, {
      at: new Date(),
      actorId: null,
      actorName: "system",
      action: sampleLoad,
      subject: "activities",
      subjectId: null,
      after: { activities: made.size, accounts: people.size },
      requestId: "seed",
    });
  });
}

async function wasLoaded(tx: Transaction): Promise<boolean> {
  const [present] = await tx.select({ one: sql`1` }).from(activities).where(eq(activities.isSample, true)).limit(1);
  if (present) return true;
  const [loaded] = await tx
    .select({ one: sql`1` })
    .from(auditLog)
    .where(or(eq(auditLog.action, sampleLoad), eq(auditLog.action, "sample.remove")))
    .limit(1);
  return loaded !== undefined;
}

/** The two focal points write for their own states, the officer for the others. */
function deskOf(people: Map<string, Person>): Desk {
  const person = (key: string) => {
    const found = people.get(key);
    if (!found) throw new Error(`the address ${key}@sample.example belongs to somebody else`);
    return found;
  };
  const officer = person("officer");
  const focals = new Map([
    ["LA", person("focal.la")],
    ["TH", person("focal.th")],
  ]);
  return { officer, manager: person("manager"), focalOf: (state) => focals.get(state) ?? officer };
}
