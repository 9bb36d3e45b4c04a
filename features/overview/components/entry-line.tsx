import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StateCode } from "@/components/ui/state-code";
import type { EntryLine as Line } from "@/server/register/entry-lines";

/** Code, title and lead of an entry, as a link to its page. */
export async function EntryLine({ line, ownState }: { line: Line; ownState: string | null }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <Link href={`/activities/${line.id}` as Route} className="link min-h-6">
        <span className="whitespace-nowrap">{line.code}</span>{" "}
        <BilingualText
          en={line.titleEn}
          lo={line.titleLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </Link>
      {line.stateCode && (
        <StateCode
          code={line.stateCode}
          own={line.stateCode === ownState}
          name={(locale === "lo" && line.stateLo) || (line.stateEn ?? undefined)}
        />
      )}
      {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </span>
  );
}
