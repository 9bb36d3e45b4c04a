import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sources } from "@/db/schema/sources";
import { hasLao } from "@/domain/lao-text";

/** The source of that title, which is added if it is not known yet; null without a title. */
export async function sourceIdOf(
  tx: Transaction,
  { sourceTitle, sourceOn }: { sourceTitle: string | null; sourceOn: string | null },
): Promise<number | null> {
  if (sourceTitle === null) return null;
  const [known] = await tx.select({ id: sources.id }).from(sources).where(eq(sources.title, sourceTitle)).limit(1);
  if (known) return known.id;
  const language = hasLao(sourceTitle) ? "lo" : "en";
  const [made] = await tx
    .insert(sources)
    .values({ code: `entered-${randomUUID()}`, title: sourceTitle, publishedOn: sourceOn, language })
    .returning({ id: sources.id });
  return made?.id ?? null;
}
