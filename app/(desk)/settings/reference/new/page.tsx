import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { addRow } from "@/features/reference/actions";
import { newReferenceAddress, referenceAddress } from "@/features/reference/address";
import { ReferenceForm } from "@/features/reference/components/reference-form";
import { referenceFormProps } from "@/features/reference/components/reference-form-props";
import { listReferenceChoices } from "@/features/reference/server/list-reference-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toHidden } from "../../../to-not-found";

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { kind } = newReferenceAddress.read(toParams(await searchParams));
  const t = await titleTranslations("reference");
  return { title: t("newTitle", { kind: t(`kind.${kind}`) }) };
}

export default async function NewReferencePage({ searchParams }: Props) {
  const context = await pageContext();
  const query = newReferenceAddress.read(toParams(await searchParams));
  const { kind } = query;
  const choices = await listReferenceChoices(context, { table: kind }).catch(toHidden);
  const t = await getTranslations("reference");
  const title = t("newTitle", { kind: t(`kind.${kind}`) });
  const back = referenceAddress.href({ kind });
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: back }, { label: title }]} />
      <PageBody narrow>
        <PageHeader title={title} size="lg" />
        <Card>
          <ReferenceForm
            {...(await referenceFormProps(kind, choices, t("save")))}
            action={addRow}
            initial={{ table: kind }}
            person={String(context.actor.userId)}
            form={`reference:${kind}:new`}
            href={newReferenceAddress.href(query)}
            backHref={back}
          />
        </Card>
      </PageBody>
    </>
  );
}
