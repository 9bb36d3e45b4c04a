import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { DraftPage } from "@/features/rounds/server/get-draft";
import { ReviewForm } from "../round/review-form";
import { NoteRead } from "./note-read";

type Props = { page: DraftPage; person: string };

/** For heads of division: accepts the shown report (also over a changed entry) or returns it. */
export async function ReviewCard({ page, person }: Props) {
  const { round, draft, entry, refusal, hasMovedOn, can } = page;
  const t = await getTranslations("rounds");
  const ui = await getTranslations("ui");
  const errors = await getTranslations("errors");
  if (!can.return) return null;
  const isPossible = can.accept && refusal === null;
  return (
    <Card id="review" title={t("draft.review")}>
      {refusal && (
        <Banner tone="warn" title={t("impossible")}>
          {errors(refusal, { code: entry.code })}
        </Banner>
      )}
      <NoteRead person={person} report={`${draft.id}:${draft.version}`} />
      <ReviewForm
        roundId={round.id}
        person={person}
        drafts={[{ value: `${draft.id}:${draft.version}`, label: entry.code, isPossible: true }]}
        entryVersion={entry.version}
        accept={isPossible ? t(hasMovedOn ? "draft.acceptOver" : "draft.acceptOne") : undefined}
        labels={{
          drafts: t("drafts"),
          remark: t("remark"),
          remarkHint: t("remarkHint"),
          return: t("return"),
          busy: ui("saving"),
        }}
      />
    </Card>
  );
}
