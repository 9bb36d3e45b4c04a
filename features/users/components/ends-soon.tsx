import { getTranslations } from "next-intl/server";
import { TriangleAlert } from "@/components/ui/icons";
import { warnDays } from "../schema";

/** Note with an icon that a key expires soon. */
export async function EndsSoon({ daysLeft }: { daysLeft: number }) {
  if (daysLeft >= warnDays) return null;
  const t = await getTranslations("account.access");
  return (
    <span className="inline-flex items-center gap-1 rounded-sm border border-warn-line bg-warn-bg px-1.5 font-normal text-warn text-xs">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span>{t("soon", { days: daysLeft })}</span>
    </span>
  );
}
