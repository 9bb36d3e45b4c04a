import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { see } from "@/features/comments/actions";
import { CommentButton } from "@/features/comments/components/comment-button";
import { MentionsList } from "@/features/comments/components/mentions-list";
import { listMentions } from "@/features/comments/server/list-mentions";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("comments"))("mentions") };
}

export default async function MentionsPage() {
  const context = await pageContext();
  const mentions = await listMentions(context, {});
  const t = await getTranslations("comments");
  const unseen = mentions.filter(({ isSeen }) => !isSeen).length;
  return (
    <>
      <PageBar title={t("mentions")} />
      <PageBody narrow>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-ink-2 text-sm">{t("mentionsIntro")}</p>
          {unseen > 1 && <CommentButton action={see} fields={{}} label={t("seeAll")} look="secondary" />}
        </div>
        <Card>
          {mentions.length > 0 ? (
            <MentionsList mentions={mentions} />
          ) : (
            <EmptyState title={t("noMentions")}>{t("noMentionsHint")}</EmptyState>
          )}
        </Card>
      </PageBody>
    </>
  );
}
