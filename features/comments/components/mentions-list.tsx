import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { Tag } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { hasLao } from "@/domain/lao-text";
import { formatInstant } from "@/i18n/format";
import { see } from "../actions";
import type { MentionLine } from "../server/list-mentions";
import { CommentButton } from "./comment-button";

/** The comments that mention the reader. Unseen ones come first and are marked. */
export async function MentionsList({ mentions }: { mentions: readonly MentionLine[] }) {
  return (
    <ol className="flex flex-col">
      {mentions.map((mention) => (
        <Mention key={mention.commentId} mention={mention} />
      ))}
    </ol>
  );
}

async function Mention({ mention }: { mention: MentionLine }) {
  const t = await getTranslations("comments");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { commentId, entryId, code, titleEn, titleLo, text, authorName, createdAt, isSeen } = mention;
  return (
    <li className="border-line border-b py-2.5 text-sm last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong id={`author-${commentId}`} className="font-semibold">
          <ProperName>{authorName}</ProperName>
        </strong>
        <span className="text-ink-2 text-xs">{formatInstant(createdAt, locale)}</span>
        {!isSeen && <Tag tone="accent">{t("unseen")}</Tag>}
      </div>
      <p>
        <Link href={`/activities/${entryId}#comment-${commentId}` as Route} className="link">
          <span translate="no">{code}</span>{" "}
          <BilingualText en={titleEn} lo={titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Link>
      </p>
      <p lang={hasLao(text) ? "lo" : "en"} className="wrap-anywhere whitespace-pre-line leading-running">
        {text}
      </p>
      {!isSeen && (
        <CommentButton
          action={see}
          fields={{ commentId: String(commentId) }}
          label={t("see")}
          id={`see-${commentId}`}
          aboutId={`author-${commentId}`}
        />
      )}
    </li>
  );
}
