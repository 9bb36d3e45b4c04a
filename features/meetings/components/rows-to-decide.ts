import { getLocale, getTranslations } from "next-intl/server";
import type { MeetingPage } from "../server/get-meeting";
import type { RowToDecide } from "./decide-row";

type Named = { titleEn: string | null; titleLo: string | null };

/** The entries of the agenda on which the meeting can decide, by item, in the reader's language. */
export async function rowsToDecide({ agenda, decisions }: MeetingPage) {
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const named = ({ titleEn, titleLo }: Named) => {
    const own = locale === "lo" ? titleLo : titleEn;
    const other = locale === "lo" ? ("en" as const) : ("lo" as const);
    return { title: own ?? titleEn ?? titleLo ?? "", lang: own ? undefined : other };
  };
  const decidedOn = (entryId: number) =>
    decisions.filter((one) => one.entryId === entryId).map(({ outcome }) => terms(`outcomeOfDecision.${outcome}`));
  const items = agenda.map((item) => {
    const { title, lang } = named(item);
    const rows = item.entries.flatMap((entry): RowToDecide[] => {
      const { id, code, stage, version } = entry;
      if (stage === null || stage === "draft" || entry.isPlanClosed) return [];
      const value = `${item.id}:${id}:${version}`;
      const sample = entry.isSample ? ui("sample") : null;
      const stageLabel = terms(`stage.${stage}`);
      return [{ entryId: id, value, code, ...named(entry), stage, stageLabel, decided: decidedOn(id), sample }];
    });
    return { id: item.id, title: item.no ? `${item.no} ${title}` : title, lang, rows };
  });
  return items.filter(({ rows }) => rows.length > 0);
}
