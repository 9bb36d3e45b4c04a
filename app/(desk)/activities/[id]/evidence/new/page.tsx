import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { entryEvidenceLimit, evidenceKinds } from "@/domain/evidence";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { add } from "@/features/evidence/actions";
import { EvidenceForm } from "@/features/evidence/components/evidence-form";
import { uploadWords } from "@/features/evidence/components/upload-words";
import { listEvidence } from "@/features/evidence/server/list-evidence";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("evidence"))("add"));
}

export default async function NewEvidencePage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  const { files, can } = await listEvidence(context, { entryId: entry.id });
  refuseUnless(can.add);
  const t = await getTranslations("evidence");
  const ui = await getTranslations("ui");
  const errors = await getTranslations("errors");
  const needsReport = entry.status !== "completed" && !files.some(({ kind }) => kind === "report");
  const full =
    files.length >= entryEvidenceLimit.files && errors("ENTRY_FILES_FULL", { max: entryEvidenceLimit.files });
  return (
    <FormPage
      title={t("add")}
      code={activity.code}
      entryId={entry.id}
      lead={full || (needsReport ? t("reportFirst") : undefined)}
    >
      <Card>
        <EvidenceForm
          action={add}
          person={String(context.actor.userId)}
          entryId={entry.id}
          kind={needsReport ? "report" : "other"}
          names={{ kind: t("field.kind"), file: t("field.file"), note: t("field.note") }}
          kinds={Object.fromEntries(evidenceKinds.map((kind) => [kind, t(`kind.${kind}`)]))}
          notes={await noteLabels()}
          labels={{
            ...(await uploadWords()),
            noteHint: t("noteHint"),
            required: ui("required"),
            save: t("save"),
            saving: t("saving"),
            cancel: ui("cancel"),
          }}
        />
      </Card>
    </FormPage>
  );
}
