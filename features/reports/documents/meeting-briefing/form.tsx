import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SharedFields } from "@/features/reports/components/form-fields";
import type { BriefingQuery } from "./address";

/**
 * Choice of the language and the confidentiality label. The moments are those of the previous page.
 */
export async function BriefingForm({ query }: { query: BriefingQuery }) {
  const t = await getTranslations("reports.page");
  return (
    <form action="/meetings/compare/briefing" className="flex flex-col gap-3.5">
      {(["from", "to", "state"] as const).map(
        (name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
