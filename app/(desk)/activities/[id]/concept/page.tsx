import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { conceptFields } from "@/domain/concept";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { fieldNames } from "@/features/activities/components/forms/form-words";
import { writeConcept } from "@/features/proposals/actions";
import { ConceptForm } from "@/features/proposals/components/concept-form";
import { getConcept } from "@/features/proposals/server/get-concept";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("proposals"))("title"));
}

export default async function ConceptPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  const { texts, version, can } = await getConcept(context, { entryId: entry.id });
  refuseUnless(can.write);
  const t = await getTranslations("proposals");
  const ui = await getTranslations("ui");
  const written = Object.fromEntries(conceptFields.map((field) => [field, texts[field] ?? ""]));
  return (
    <FormPage title={t("title")} code={activity.code} entryId={entry.id} lead={t("intro")}>
      <Card>
        <div className="mb-3 flex flex-wrap items-baseline gap-x-3 text-sm">
          <p className="text-ink-2">{t("standing")}</p>
          <Link href={`/activities/${entry.id}` as Route} className="link">
            {t("standingLink")}
          </Link>
        </div>
        <ConceptForm
          action={writeConcept}
          initial={{ ...written, version: String(version) }}
          person={String(context.actor.userId)}
          entryId={entry.id}
          names={await fieldNames()}
          notes={await noteLabels()}
          labels={{ save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
        />
      </Card>
    </FormPage>
  );
}
