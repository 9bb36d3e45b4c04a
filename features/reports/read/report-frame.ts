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
 * What every paper has: its language (the reader's, unless another is asked for), the home
 * organisation, the moment.
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
