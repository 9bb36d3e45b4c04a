import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { nextHref, type Queue } from "@/features/activities/queue";
import { getEntry } from "@/features/activities/server/get-entry";
import { pageContext } from "@/server/request/request-context";
import { UndoButton } from "./undo-button";

/** Where one is in a row of updates, what was just saved, and the ways on. */
export async function QueueBar({ queue, doneId }: { queue: Queue; doneId: number | null }) {
  const t = await getTranslations("activity.queue");
  return (
    <>
      {doneId !== null && <QueueDone doneId={doneId} />}
      <nav aria-label={t("title")} className="flex flex-wrap items-center gap-2 text-sm">
        <strong className="font-semibold">{t("position", { now: queue.of - queue.left.length, of: queue.of })}</strong>
        <span className="text-ink-2 max-sm:hidden">{t("keys")}</span>
        <span className="ml-auto flex gap-2">
          <ButtonLink href={nextHref(queue, null)} look="secondary" data-key="KeyS">
            {t("skip")}
          </ButtonLink>
          <ButtonLink href="/desk" look="quiet" data-key="Escape">
            {t("leave")}
          </ButtonLink>
        </span>
      </nav>
    </>
  );
}

/** Says which entry was updated, and lets it be undone. */
export async function QueueDone({ doneId }: { doneId: number }) {
  const context = await pageContext();
  const t = await getTranslations("activity.queue");
  // Somebody may have removed it, or withdrawn it from the reader, in between.
  const page = await getEntry(context, { entryId: doneId }).catch(() => null);
  if (!page) return null;
  return (
    <Banner tone="result" action={<UndoButton page={page} />}>
      {t("saved", { code: page.activity.code })}
    </Banner>
  );
}
