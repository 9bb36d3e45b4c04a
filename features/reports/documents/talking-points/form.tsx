import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SharedFields } from "@/features/reports/components/form-fields";
import type { TalkingQuery } from "./address";

/** Choice of the language and the confidentiality label: a plain GET form. */
export async function TalkingForm({ partnerId, query }: { partnerId: number; query: TalkingQuery }) {
  const t = await getTranslations("reports.page");
  return (
    <form action={`/partners/${partnerId}/talking-points` as Route} className="flex flex-col gap-3.5">
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
