import "server-only";
import type { Database } from "@/db/client";
import type { Locale } from "@/domain/vocabulary";
import { type Context, documentMoment } from "@/server/context";
import { readSetting } from "@/server/settings";
import { homeOrganisation } from "../home-organisation";
import { documentWords } from "../layout/document-words";
import type { DocumentFrame } from "../layout/frame";
import type { ConfidentialityLabel } from "../report-options";

/**
 * Common input of every document: its language (the reader's by default), the home organisation,
 * the current moment.
 */
export async function readFrame(
  db: Database,
  context: Context,
  asked: { lang: Locale | null; label: ConfidentialityLabel },
): Promise<DocumentFrame> {
  const { value: home } = await readSetting(db, homeOrganisation);
  const words = documentWords(asked.lang ?? context.locale);
  return { words, home, label: asked.label, ...documentMoment(context) };
}
