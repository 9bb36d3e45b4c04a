import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ChangedText, isInOther } from "@/components/ui/changed-text";
import { NotYetTranslatedMark } from "@/components/ui/marks";
import { diffText } from "@/domain/text-diff";
import type { DraftPage } from "@/features/rounds/server/get-draft";

type Names = Readonly<Record<string, string>>;
type Props = {
  page: DraftPage;
  names: Names;
  /** Labels of coded values, by field and value. */
  words: Readonly<Record<string, Names>>;
};

/** Differences between a report and the one before it. */
export async function ChangesSinceCard({ page: { since, can }, names, words }: Props) {
  const t = await getTranslations("rounds.draft");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const shown = (field: string, value: unknown) =>
    value === null || value === undefined ? "" : (words[field]?.[String(value)] ?? String(value));
  const ofWork = since.work.map(({ field, before, after }) => ({
    field,
    // A coded value is shown as replaced as a whole, without comparing words.
    parts: [
      { kind: "removed" as const, text: shown(field, before) },
      { kind: "same" as const, text: " " },
      { kind: "added" as const, text: shown(field, after) },
    ].filter(({ text }) => text !== ""),
  }));
  const lines = [...ofWork.map((line) => (line.field === "scheduleReason" ? reworded(line) : line)), ...since.texts];
  return (
    <Card id="since" title={t("since")}>
      {can.write && <p className="mb-1.5 text-ink-2 text-xs">{t("sinceSaved")}</p>}
      {lines.length === 0 && <p className="text-sm">{t("same")}</p>}
      {lines.length > 0 && <p className="mb-2 text-ink-2 text-xs">{t("legend")}</p>}
      <dl className="flex flex-col gap-3 text-sm">
        {lines.map(({ field, parts }) => (
          <div key={field}>
            <dt className="font-medium text-ink-2 text-xs">
              <span>{names[field]}</span>{" "}
              {isInOther(parts, locale) && <NotYetTranslatedMark label={ui("notYetTranslated")} />}
            </dt>
            <dd className="whitespace-pre-line leading-running">
              <ChangedText parts={parts} words={{ added: t("added"), removed: t("removed") }} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

type Line = { field: string; parts: ReturnType<typeof diffText> };

function reworded({ field, parts }: Line): Line {
  const of = (kind: string) => parts.find((part) => part.kind === kind)?.text ?? "";
  return { field, parts: diffText(of("removed"), of("added")) };
}
