import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";

/** Note that reports are requested and not submitted yet, with a link; empty if there are none. */
export async function WaitingNote({ count }: { count: number }) {
  const t = await getTranslations("rounds");
  if (count === 0) return null;
  return (
    <Banner tone="info" action={<Link href="/rounds">{t("toRounds")}</Link>} className="print:hidden">
      {t("asked", { count })}
    </Banner>
  );
}
