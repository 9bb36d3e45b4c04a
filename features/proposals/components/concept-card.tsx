import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FreeText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import { conceptFields, isBegun } from "@/domain/concept";
import type { FoundConcept } from "../server/get-concept";

type Props = { found: FoundConcept; names: Readonly<Record<string, string>> };

/** The current concept note. While it is empty, only those who may write it see the card. */
export async function ConceptCard({ found, names }: Props) {
  const { entryId, texts, can } = found;
  const t = await getTranslations("proposals");
  const href = `/activities/${entryId}/concept` as Route;
  if (isBegun(texts)) {
    return (
      <Card id="concept" title={t("title")} action={can.write && <Link href={href}>{t("edit")}</Link>}>
        <Parts found={found} names={names} />
        <p className="mt-2 text-sm">
          <Link href={`${href}/versions` as Route} className="link">
            {t("versions.title")}
          </Link>
        </p>
      </Card>
    );
  }
  if (!can.write) return null;
  return (
    <Card id="concept" title={t("title")}>
      <EmptyState title={t("none")} heading="h3" actions={<ButtonLink href={href}>{t("write")}</ButtonLink>}>
        {t("noneHint")}
      </EmptyState>
    </Card>
  );
}

async function Parts({ found: { texts }, names }: Props) {
  const t = await getTranslations("proposals");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <dl className="flex flex-col gap-2 text-sm">
      {conceptFields.map((field) => (
        <div key={field}>
          <dt className="font-medium text-ink-2 text-xs">{names[field]}</dt>
          <dd className="whitespace-pre-line leading-running">
            {texts[field] ? (
              <FreeText text={texts[field]} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
            ) : (
              <span className="text-ink-2">{t("notWritten")}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
