import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/states";
import { PageKeys } from "@/features/activities/components/entry/page-keys";
import { QueueDone } from "@/features/activities/components/entry/queue-bar";
import { queueHref } from "@/features/activities/queue";
import { MentionsList } from "@/features/comments/components/mentions-list";
import { listMentions } from "@/features/comments/server/list-mentions";
import { deskAddress } from "@/features/my-desk/address";
import { DeskRows } from "@/features/my-desk/components/desk-rows";
import { type DeskLine, getMyDesk } from "@/features/my-desk/server/get-my-desk";
import { countWaiting } from "@/features/rounds/server/count-waiting";
import { getAccount } from "@/features/users/server/get-account";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("desk"))("title") };
}

/** What waits for the person: late work, their own by silence, reports of rounds, mentions. */
export default async function DeskPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { done } = deskAddress.read(toParams(await searchParams));
  const [{ lines, canReport }, account, mentions] = await Promise.all([
    getMyDesk(context, {}),
    getAccount(context, {}),
    listMentions(context, {}),
  ]);
  const reports = account.can.canReport ? await countWaiting(context, {}) : 0;
  const unseen = mentions.filter(({ isSeen }) => !isSeen);
  const t = await getTranslations("desk");
  const late = lines.filter(({ isLate }) => isLate);
  const mine = lines.filter(({ isLate }) => !isLate);
  const ids = lines.map(({ id }) => id);
  const hrefOf = canReport ? (line: DeskLine) => queueHref(ids.slice(ids.indexOf(line.id))) : null;
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody narrow>
        {done !== null && <QueueDone doneId={done} />}
        {canReport && ids.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-ink-2 text-sm">{t("intro")}</p>
            <ButtonLink href={queueHref(ids)} look="primary" data-key="KeyN">
              {t("begin", { count: ids.length })}
            </ButtonLink>
          </div>
        )}
        {lines.length + reports + unseen.length === 0 && (
          <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
        )}
        {late.length > 0 && (
          <Card title={t("late")} meta={<Count value={late.length} />}>
            <DeskRows lines={late} label={t("late")} hrefOf={hrefOf} />
          </Card>
        )}
        {mine.length > 0 && (
          <Card title={t("mine")} meta={<Count value={mine.length} />}>
            <DeskRows lines={mine} label={t("mine")} hrefOf={hrefOf} />
          </Card>
        )}
        {reports > 0 && (
          <Card title={t("waiting")} meta={<Count value={reports} />}>
            <ButtonLink href={"/rounds" as Route}>{t("toRounds", { count: reports })}</ButtonLink>
          </Card>
        )}
        {unseen.length > 0 && (
          <Card title={t("mentioned")} meta={<Count value={unseen.length} />}>
            <MentionsList mentions={unseen} />
          </Card>
        )}
      </PageBody>
      {(await readSingleKeys()) && <PageKeys />}
      <DraftGuard person={String(context.actor.userId)} saved={done === null ? undefined : `report:${done}`} />
    </>
  );
}
