import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { FieldChange, History, HistoryLine } from "@/features/activities/server/list-history";
import { shownMessages } from "@/i18n/catalogue";
import { formatInstant } from "@/i18n/format";
import { meetingWords } from "@/i18n/meeting-words";
import enActivity from "@/i18n/messages/en/activity.json";
import { storedValues } from "@/i18n/stored-values";

type ChangeKey = keyof typeof enActivity.change;
const changeKey = (change: string): ChangeKey => {
  const key = change.replaceAll(".", "_");
  return key in enActivity.change ? (key as ChangeKey) : "other";
};

type StoredWords = ReturnType<typeof storedValues> & { own: Readonly<Record<string, string>> };

type Props = History & {
  /** Takes back the last change. */
  undo?: ReactNode;
};

/** The changes with their fields: the old value struck through, then the new one. */
export async function HistoryList({ lines, names, undo }: Props) {
  const t = await getTranslations("activity");
  const locale = await getLocale();
  const messages = shownMessages[locale];
  const words = { ...storedValues(locale, messages, names), own: messages.activity.field };
  return (
    <ol className="flex flex-col">
      {lines.map((line, index) => (
        <li key={line.version} className="border-line border-b py-2.5 last:border-b-0">
          <p className="text-sm">
            <strong className="font-semibold">{t(`change.${changeKey(line.change)}`)}</strong>
            {line.meeting && <span>{` · ${line.meeting}`}</span>}
            {line.round && <RoundCited round={line.round} />}
            <span> · </span>
            <span translate="no">{t("history.by", { name: line.by })}</span>
            <span>{` · ${formatInstant(line.recordedAt, locale)}`}</span>
            <span className="text-ink-2">{` · ${t("history.effective", { when: formatInstant(line.validFrom, locale) })}`}</span>
          </p>
          {line.fields.length === 0 && <p className="text-ink-2 text-sm">{t("history.noFields")}</p>}
          <ul className="mt-1 flex flex-col gap-0.5 text-sm">
            {line.fields.map((change) => (
              <FieldLine key={change.field} change={change} words={words} />
            ))}
          </ul>
          {index === 0 && undo}
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
      <span>·</span>{" "}
      {id === null ? (
        <span>{words}</span>
      ) : (
        <Link href={`/rounds/${id}` as Route} className="link">
          {words}
        </Link>
      )}
    </>
  );
}

function FieldLine({ change, words }: { change: FieldChange; words: StoredWords }) {
  const { before, after } = words.change(change);
  return (
    <li className="wrap-anywhere">
      <span className="text-ink-2">{`${words.field(change.field, words.own).text}: `}</span>
      {change.before !== null && (
        <s lang={before.lang ?? undefined} className="text-ink-2">
          {before.text}
        </s>
      )}
      {change.before !== null && <span>{" → "}</span>}
      <span lang={after.lang ?? undefined}>{after.text}</span>
    </li>
  );
}
