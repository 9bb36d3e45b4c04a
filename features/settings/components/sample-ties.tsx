import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import type { SampleSummary } from "../server/get-sample-summary";

type Entry = { entryId: number; code: string; titleEn: string | null; titleLo: string | null; isMixed?: boolean };

const subjects = ["work_plans", "users", "settings", "exports"] as const;

/** Links between the sample and real people or real rows, listed before anything is removed. */
export async function SampleTies({ summary }: { summary: SampleSummary }) {
  const t = await getTranslations("settings.sample");
  const { fromPeople, onReal, carried, others } = summary;
  const theyAttached = fromPeople.files + fromPeople.comments + fromPeople.deadlines > 0;
  const samplesAttached = onReal.files + onReal.comments + onReal.deadlines > 0;
  const wrote = fromPeople.updates + fromPeople.decisions + fromPeople.entries > 0;
  const touched = onReal.updates + onReal.decisions + onReal.entries.length > 0;
  if (!wrote && !touched && !theyAttached && !samplesAttached && carried.length === 0 && others.length === 0) {
    return <p className="text-ink-2 text-sm">{t("nothingHangs")}</p>;
  }
  return (
    <div className="flex flex-col gap-2 text-sm">
      {wrote && <p>{t("fromPeople", { ...fromPeople, names: fromPeople.names.join(", ") })}</p>}
      {theyAttached && <p>{t("fromPeopleAttached", attached(fromPeople))}</p>}
      {samplesAttached && <p>{t("onRealAttached", attached(onReal))}</p>}
      {touched && (
        <div>
          <p>{t("onReal", { updates: onReal.updates, decisions: onReal.decisions })}</p>
          <Entries entries={onReal.entries} mixed={t("mixed")} />
        </div>
      )}
      {carried.length > 0 && (
        <div>
          <p>{t("carried")}</p>
          <Entries entries={carried} mixed="" />
        </div>
      )}
      {others.length > 0 && (
        <div>
          <p>{t("others")}</p>
          <ul className="list-disc pl-5">
            {others.map(({ subject, count }) => (
              <li key={subject}>{t(`subject.${subjects.find((known) => known === subject) ?? "other"}`, { count })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const attached = ({ files, comments, deadlines }: Record<"files" | "comments" | "deadlines", number>) => ({
  files,
  comments,
  deadlines,
});

async function Entries({ entries, mixed }: { entries: readonly Entry[]; mixed: string }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <ul className="list-disc pl-5">
      {entries.map((entry) => (
        <li key={entry.entryId}>
          <Link href={`/activities/${entry.entryId}` as Route} className="link-inline">
            <span>{entry.code}</span>{" "}
            <BilingualText
              en={entry.titleEn}
              lo={entry.titleLo}
              locale={locale}
              notTranslatedLabel={ui("notYetTranslated")}
            />
          </Link>
          {entry.isMixed && <span className="text-warn">{` – ${mixed}`}</span>}
        </li>
      ))}
    </ul>
  );
}
