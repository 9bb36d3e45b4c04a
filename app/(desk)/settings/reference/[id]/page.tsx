import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { editRow, removeRow, renameRow } from "@/features/reference/actions";
import { referenceAddress, referenceRowAddress } from "@/features/reference/address";
import { FormerNames } from "@/features/reference/components/former-names";
import { NameForm } from "@/features/reference/components/name-form";
import { ReferenceForm } from "@/features/reference/components/reference-form";
import { referenceFormProps, referenceWords } from "@/features/reference/components/reference-form-props";
import { UsesCard } from "@/features/reference/components/uses-card";
import { getReference } from "@/features/reference/server/get-reference";
import { listReferenceChoices } from "@/features/reference/server/list-reference-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toHidden } from "../../../to-not-found";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { kind } = referenceRowAddress.read(toParams(await searchParams));
  return { title: (await titleTranslations("reference"))(`kind.${kind}`) };
}

export default async function ReferenceRowPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { kind } = referenceRowAddress.read(toParams(await searchParams));
  const page = await getReference(context, { table: kind, id: await rowIdOf(params) }).catch(toHidden);
  const choices = await listReferenceChoices(context, { table: kind });
  const t = await getTranslations("reference");
  const ui = await getTranslations("ui");
  const { id, en, lo, fields, former } = page;
  const shared = {
    person: String(context.actor.userId),
    href: referenceRowAddress.href({ kind }, { id }),
    backHref: referenceAddress.href({ kind }),
  };
  const row = { table: kind, id: String(id), version: fields.version ?? "" };
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: referenceAddress.href({}) },
          { label: t(`kind.${kind}`), href: shared.backHref },
          { label: (context.locale === "lo" && lo) || en },
        ]}
      />
      <PageBody narrow>
        <PageHeader
          title={<BilingualText en={en} lo={lo} locale={context.locale} notTranslatedLabel={ui("notYetTranslated")} />}
          size="lg"
        />
        <Card id="edit" title={t("editTitle")} meta={t("editHint")}>
          <ReferenceForm
            {...(await referenceFormProps(kind, choices, t("save")))}
            {...shared}
            action={editRow}
            initial={{ ...fields, ...row }}
            form={`reference:${kind}:${id}`}
          />
        </Card>
        <Card id="rename" title={t("renameTitle")} meta={t("renameHint")}>
          <NameForm
            {...(await referenceWords(t("rename")))}
            {...shared}
            action={renameRow}
            initial={{ ...row, nameEn: fields.nameEn ?? "", nameLo: fields.nameLo ?? "" }}
            form={`reference:${kind}:${id}:name`}
          />
          <FormerNames former={former} />
        </Card>
        <UsesCard page={page} remove={removeRow} />
      </PageBody>
    </>
  );
}
