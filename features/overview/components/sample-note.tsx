import { getTranslations } from "next-intl/server";
import type { Overview } from "@/server/register/read-overview";

/** How many of the period's entries are samples; nothing if there are none. */
export async function SampleNote({ overview: { axes, period } }: { overview: Overview }) {
  const t = await getTranslations("overview");
  const own = axes.filter((row) => row.period === period.code);
  const count = own.reduce((all, row) => all + row.samples, 0);
  const total = own.reduce((all, row) => all + row.total, 0);
  if (count === 0) return null;
  return <p className="text-ink-2 text-xs">{t("sampleNote", { count, total })}</p>;
}
