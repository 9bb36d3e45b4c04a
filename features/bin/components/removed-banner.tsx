import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";

/** Says that something was removed, and leads to where it can be restored. */
export async function RemovedBanner() {
  const t = await getTranslations("bin");
  return (
    <Banner
      tone="result"
      action={
        <ButtonLink href={"/bin" as Route} look="quiet">
          {t("title")}
        </ButtonLink>
      }
    >
      {t("removed")}
    </Banner>
  );
}
