import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { MessageSquare } from "@/components/ui/icons";
import { SampleMark } from "@/components/ui/marks";
import { hasLao } from "@/domain/lao-text";
import { formatInstant } from "@/i18n/format";
import { remove } from "../actions";
import type { CommentLine, CommentList } from "../server/list-comments";
import { CommentButton } from "./comment-button";

type Props = { entryId: number; list: CommentList };

/** The comments on an entry, oldest first. */
export async function CommentsCard({ entryId, list: { comments, can } }: Props) {
  const t = await getTranslations("comments");
  return (
    <Card id="comments" title={t("title")} meta={t("count", { count: comments.length })}>
      {comments.length === 0 && <p className="text-ink-2 text-sm">{t("none")}</p>}
      <ol className="flex flex-col">
        {comments.map((comment) => (
          <Comment key={comment.id} entryId={entryId} comment={comment} />
        ))}
      </ol>
      {can.add && (
        <ButtonLink
          href={`/activities/${entryId}/comments/new` as Route}
          icon={<MessageSquare aria-hidden className="size-4" />}
          className="mt-2"
        >
          {t("add")}
        </ButtonLink>
      )}
    </Card>
  );
}

async function Comment({ entryId, comment }: { entryId: number; comment: CommentLine }) {
  const t = await getTranslations("comments");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <li id={`comment-${comment.id}`} className="border-line border-b py-2.5 text-sm last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong id={`author-${comment.id}`} className="font-semibold">
          <ProperName>{comment.authorName}</ProperName>
        </strong>
        <span className="text-ink-2 text-xs">{formatInstant(comment.createdAt, locale)}</span>
        <Tag>{t(`audience.${comment.audience}`)}</Tag>
        {comment.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </div>
      <p lang={hasLao(comment.text) ? "lo" : "en"} className="wrap-anywhere whitespace-pre-line leading-running">
        {comment.text}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-2 text-xs">
          {comment.mentions.length > 0 && (
            <>
              <span>{t("named")}</span> <ProperName>{comment.mentions.join(", ")}</ProperName>
            </>
          )}
        </p>
        {comment.can.remove && (
          <CommentButton
            action={remove}
            fields={{ entryId: String(entryId), commentId: String(comment.id) }}
            label={t("takeBack")}
            id={`take-back-${comment.id}`}
            aboutId={`author-${comment.id}`}
            question={t("takeBackQuestion")}
          />
        )}
      </div>
    </li>
  );
}
