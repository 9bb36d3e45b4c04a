import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";

/** That reports are asked for and not handed in yet, with the way there; nothing where none are. */
export async function WaitingNote({ count }: { count: number }) {
  const t = await getTranslations("rounds");
  if (count === 0) return null;
  return (
    <Banner tone="info" action={<Link href="/rounds">{t("toRounds")}</Link>} className="print:hidden">
      {t("asked", { count })}
    </Banner>
  );
}
