import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { type EntryQuery, removedActs, undoableActs } from "@/features/activities/address";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { UndoButton } from "./undo-button";

/** Says what was saved, with the way to take it back. */
export async function SavedBanner({ page, saved }: { page: EntryPage; saved: EntryQuery["saved"] }) {
  const t = await getTranslations("activity");
  const bin = await getTranslations("bin");
  if (!saved) return null;
  const toBin = (
    <ButtonLink href={"/bin" as Route} look="quiet">
      {bin("title")}
    </ButtonLink>
  );
  const action = undoableActs.includes(saved) ? <UndoButton page={page} /> : removedActs.includes(saved) ? toBin : null;
  return (
    <Banner tone="result" action={action}>
      {t(`saved.${saved}`)}
    </Banner>
  );
}
