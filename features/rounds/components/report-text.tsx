import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import type { DraftPage } from "../server/get-draft";
import { WorkWords } from "./work-words";

type Props = { page: DraftPage; names: Readonly<Record<string, string>> };

/** A report as it will stand on its activity. */
export async function ReportText({ page: { draft, fields }, names }: Props) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const said = ["issues", "nextSteps", "decisionSought"] as const;
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <WorkWords work={draft} />
      <p className="whitespace-pre-line leading-running">
        <BilingualText en={fields.textEn || null} lo={fields.textLo || null} {...words} />
      </p>
      {said.map(
        (field) =>
          fields[field] && (
            <p key={field} className="whitespace-pre-line leading-running">
              <span className="text-ink-2">{names[field]}: </span>
              <FreeText text={fields[field]} {...words} />
            </p>
          ),
      )}
    </div>
  );
}
