import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import type { KnownWork } from "@/domain/reporting";
import type { TextField } from "@/features/rounds/server/get-draft";
import { WorkValues } from "./work-values";

type Props = {
  work: KnownWork;
  texts: Readonly<Record<TextField, string | null>>;
  names: Readonly<Record<string, string>>;
};

/** A report as it appears, or will appear, on its activity. */
export async function ReportText({ work, texts, names }: Props) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const labelled = ["issues", "nextSteps", "decisionSought"] as const;
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <WorkValues work={work} />
      <p className="whitespace-pre-line leading-running">
        <BilingualText en={texts.textEn || null} lo={texts.textLo || null} {...words} />
      </p>
      {labelled.map((field) => {
        const text = texts[field];
        return (
          text && (
            <p key={field} className="whitespace-pre-line leading-running">
              <span className="text-ink-2">{names[field]}: </span>
              <FreeText text={text} {...words} />
            </p>
          )
        );
      })}
    </div>
  );
}
