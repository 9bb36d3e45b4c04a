import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { hasLao } from "@/domain/lao-text";
import type { FieldChange, HistoryLine } from "@/features/activities/server/list-history";
import { formatDay, formatInstant } from "@/i18n/format";
import { meetingWords } from "@/i18n/meeting-words";
import enActivity from "@/i18n/messages/en/activity.json";
import { closedWords } from "../forms/form-words";

type ChangeKey = keyof typeof enActivity.change;
const changeKey = (change: string): ChangeKey => {
  const key = change.replaceAll(".", "_");
  return key in enActivity.change ? (key as ChangeKey) : "other";
};

/** The changes with their fields: the old value struck through, then the new one. */
export async function HistoryList({ lines }: { lines: readonly HistoryLine[] }) {
  const t = await getTranslations("activity");
  const locale = await getLocale();
  return (
    <ol className="flex flex-col">
      {lines.map((line) => (
        <li key={line.version} className="border-line border-b py-2.5 last:border-b-0">
          <p className="text-sm">
            <strong className="font-semibold">{t(`change.${changeKey(line.change)}`)}</strong>
            {line.meeting && ` · ${line.meeting}`}
            {line.round && <RoundCited round={line.round} />} ·{" "}
            <span translate="no">{t("history.by", { name: line.by })}</span> · {formatInstant(line.recordedAt, locale)}
            <span className="text-ink-2">
              {" "}
              · {t("history.effective", { when: formatInstant(line.validFrom, locale) })}
            </span>
          </p>
          {line.fields.length === 0 && <p className="text-ink-2 text-sm">{t("history.noFields")}</p>}
          <ul className="mt-1 flex flex-col gap-0.5 text-sm">
            {line.fields.map((change) => (
              <FieldLine key={change.field} change={change} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

async function RoundCited({ round: { id, meeting } }: { round: NonNullable<HistoryLine["round"]> }) {
  const t = await getTranslations("activity");
  const words = t("forMeeting", { meeting: await meetingWords(meeting) });
  return (
    <>
      {" "}
      ·{" "}
      {id === null ? (
        words
      ) : (
        <Link href={`/rounds/${id}` as Route} className="link">
          {words}
        </Link>
      )}
    </>
  );
}

async function FieldLine({ change }: { change: FieldChange }) {
  const names = await getTranslations("activity.field");
  const before = await shown(change.field, change.before);
  const after = await shown(change.field, change.after);
  const key = change.field in enActivity.field ? (change.field as keyof typeof enActivity.field) : null;
  return (
    <li>
      <span className="text-ink-2">{key ? names(key) : change.field}: </span>
      {change.before !== null && (
        <s lang={hasLao(before) ? "lo" : "en"} className="text-ink-2">
          {before}
        </s>
      )}
      {change.before !== null && " → "}
      <span lang={hasLao(after) ? "lo" : "en"}>{after}</span>
    </li>
  );
}

/** A stored value as text: closed lists by their labels, days formatted, lists by their length. */
async function shown(field: string, value: unknown): Promise<string> {
  const t = await getTranslations("activity.history");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  if (value === null || value === "") return t("nothing");
  if (typeof value === "boolean") return ui(value ? "yes" : "no");
  if (Array.isArray(value)) return t("items", { count: value.length });
  const words: Record<string, Record<string, string>> = await closedWords();
  if (field === "stage") return terms(`stage.${value as "draft"}`);
  if (field === "originalLocale") return ui(`language.${value as "en"}`);
  const known = words[field]?.[String(value)];
  if (known) return known;
  return field.endsWith("On") ? formatDay(String(value), locale) : String(value);
}
