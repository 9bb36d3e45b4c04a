import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";

/** A readable file size: "412 kB", "1.4 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.max(bytes / 1000, 0.1), "kB"] : [bytes / 1_000_000, "MB"];
  return `${formatNumber(size, locale, size < 10 ? 1 : 0)}\u00a0${unit}`;
}
