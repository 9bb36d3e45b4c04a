import type { Option } from "@/components/ui/field";
import type { Locale } from "@/i18n/locale";
import type { OpenPoint } from "../server/list-open-agendas";

type Point = { no: string | null; titleEn: string | null; titleLo: string | null };

/**
 * An agenda item as "5.2 Proposals": a number alone says nothing.
 * @returns with the language of the title, if it is not the reader's
 */
export function pointName({ no, titleEn, titleLo }: Point, locale: Locale): Pick<Option, "label" | "lang"> {
  const own = locale === "lo" ? titleLo : titleEn;
  const title = own ?? titleEn ?? titleLo;
  return { label: [no, title].filter(Boolean).join(" "), lang: own ? undefined : locale === "lo" ? "en" : "lo" };
}

/** Agenda items as options: meeting, number as printed, title. */
export function pointOptions(points: readonly OpenPoint[], locale: Locale): Option[] {
  return points.map((point) => ({
    value: String(point.itemId),
    label: `${point.meeting} · ${pointName(point, locale).label}`,
  }));
}
