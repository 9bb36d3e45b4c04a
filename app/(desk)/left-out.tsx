import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";

/** Says which filters of the address were not understood; see `leftOut` of the address. */
export async function LeftOut({ filters }: { filters: readonly string[] }) {
  if (filters.length === 0) return null;
  const t = await getTranslations("ui");
  return <Banner tone="warn">{t("leftOut", { filters: filters.join(", ") })}</Banner>;
}
