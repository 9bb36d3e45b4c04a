import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { closedWords, fieldNames, optionsOf, printedVerbs } from "@/features/activities/components/forms/form-words";
import { TableKeys } from "@/features/activities/components/list/table-keys";
import { DecideManyForm } from "@/features/meetings/components/decide-many-form";
import { rowsToDecide } from "@/features/meetings/components/rows-to-decide";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, titleOf } from "../meeting-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("meetings.many"))("title") };
}

/** One decision on several entries of an open meeting's agenda. */
export default async function DecisionsPage({ params }: { params: MeetingParams }) {
  const context = await pageContext();
  const page = await meetingOf(context, params);
  const { meeting, can } = page;
  if (meeting.state !== "open" || !can.decide) notFound();
  const t = await getTranslations("meetings");
  const decide = await getTranslations("activity.decide");
  const ui = await getTranslations("ui");
  const items = await rowsToDecide(page);
  const total = items.reduce((sum, { rows }) => sum + rows.length, 0);
  const href = `/meetings/${meeting.id}` as Route;
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/meetings" },
          { label: titleOf(meeting, context.locale), href },
          { label: t("many.title") },
        ]}
      />
      <PageBody>
        <PageHeader title={t("many.title")} size="lg" above={titleOf(meeting, context.locale)}>
          {t("many.lead")}
        </PageHeader>
        {total === 0 ? (
          <EmptyState title={t("many.none")}>{t("many.noneHint")}</EmptyState>
        ) : (
          <DecideManyForm
            meetingId={meeting.id}
            person={String(context.actor.userId)}
            href={`${href}/decisions` as Route}
            backHref={href}
            items={items}
            names={await fieldNames()}
            notes={await noteLabels()}
            outcomes={optionsOf((await closedWords()).outcome)}
            verbs={printedVerbs}
            chosenWords={Array.from({ length: total + 1 }, (_, count) => t("many.chosen", { count }))}
            labels={{
              verbHint: decide("verbHint"),
              referenceHint: decide("referenceHint"),
              undecided: t("many.undecided"),
              clear: t("many.clear"),
              effect: t("many.effect"),
              ownWords: t("many.ownWords"),
              ownLo: t("many.ownLo"),
              ownEn: t("many.ownEn"),
              decided: t("many.decided"),
              save: t("many.save"),
              saving: ui("saving"),
              cancel: ui("cancel"),
              choose: ui("choose"),
            }}
          />
        )}
      </PageBody>
      <TableKeys singleKeys={await readSingleKeys()} />
    </>
  );
}
