import { present } from "@/domain/as-of";
import { AppError } from "@/domain/errors";
import { compareMoments } from "@/features/meetings/server/compare-moments";
import type { BriefingQuery } from "@/features/reports/documents/meeting-briefing/address";
import { composeBriefing } from "@/features/reports/documents/meeting-briefing/compose";
import { documentWords } from "@/features/reports/layout/document-words";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { type Context, documentMoment } from "@/server/context";

/**
 * The briefing on two moments as a document.
 * @throws AppError NOT_FOUND if the address names no first moment
 */
export async function briefingOf(context: Context, { from, to, state, lang, label }: BriefingQuery) {
  if (!from) throw new AppError("NOT_FOUND");
  const [home, comparison] = await Promise.all([
    getHomeOrganisation(context, {}),
    compareMoments(context, { from, to: to ?? present, state }),
  ]);
  const words = documentWords(lang ?? context.locale);
  return composeBriefing({ words, home: home.value, label, ...documentMoment(context) }, comparison);
}
