import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Plus } from "@/components/ui/icons";
import type { PaperList } from "../server/list-papers";
import { PapersList } from "./papers-list";

type Props = { meetingId: number; found: PaperList };

/**
 * The documents of the meeting as a whole. Those of an agenda item are shown under it on the
 * agenda.
 */
export async function PapersCard({ meetingId, found: { files, can } }: Props) {
  const t = await getTranslations("evidence.papers");
  if (files.length === 0 && !can.write) return null;
  const own = files.filter(({ agendaItemId }) => agendaItemId === null);
  return (
    <Card id="papers" title={t("title")} meta={files.length > 0 && <Count value={files.length} />}>
      {own.length === 0 && <p className="text-ink-2 text-sm">{t(files.length > 0 ? "onlyPoints" : "none")}</p>}
      <PapersList meetingId={meetingId} papers={own} canRemove={can.write} />
      {can.write && (
        <ButtonLink
          href={`/meetings/${meetingId}/papers/new` as Route}
          icon={<Plus aria-hidden className="size-4" />}
          className="mt-2"
        >
          {t("add")}
        </ButtonLink>
      )}
    </Card>
  );
}
