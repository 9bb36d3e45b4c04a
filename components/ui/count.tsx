import { getLocale } from "next-intl/server";
import { formatNumber } from "@/i18n/format";

/** A number as the reader's language writes it. */
export async function Count({ value }: { value: number }) {
  return formatNumber(value, await getLocale());
}
