import type { Option } from "@/components/ui/field";
import type { Locale } from "@/i18n/locale";
import type { OpenPoint } from "../server/list-open-agendas";

/** Agenda items as options: meeting, number as printed, title. */
export function pointOptions(points: readonly OpenPoint[], locale: Locale): Option[] {
  return points.map(({ itemId, meeting, no, titleEn, titleLo }) => ({
    value: String(itemId),
    label: `${meeting} · ${no ?? ""} ${(locale === "lo" ? (titleLo ?? titleEn) : (titleEn ?? titleLo)) ?? ""}`,
  }));
}
