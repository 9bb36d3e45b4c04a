import { getLocale, getTranslations } from "next-intl/server";
import type { DraftPage } from "../../server/get-draft";
import type { Names } from "../draft/draft-form";
import { UnsavedCopy } from "./unsaved-copy";

type Props = { page: DraftPage; person: string; names: Names; words: Readonly<Record<string, Names>> };

/** Shown beside a report that its writer can no longer change: the unsaved text on this device. */
export async function UnsavedCopyCard({ page: { draft, fields }, person, names, words }: Props) {
  const t = await getTranslations("rounds.draft");
  const ui = await getTranslations("ui");
  return (
    <UnsavedCopy
      draftId={draft.id}
      person={person}
      names={names}
      words={words}
      stored={fields}
      locale={await getLocale()}
      labels={{
        title: t("keptTitle"),
        hint: t("keptHint"),
        drop: t("keptDrop"),
        notTranslated: ui("notYetTranslated"),
      }}
    />
  );
}
