import type { Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { cancel, postpone } from "@/features/meetings/actions";
import { OffForm } from "@/features/meetings/components/off-form";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, titleOf } from "./meeting-params";

/** The page on which a meeting is postponed or cancelled, with the reason. */
export async function OffPage({ params, act }: { params: MeetingParams; act: "postpone" | "cancel" }) {
  const context = await pageContext();
  const { meeting, can } = await meetingOf(context, params);
  if (!can[act]) notFound();
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const href = `/meetings/${meeting.id}` as Route;
  const words =
    act === "postpone"
      ? (["postponeTitle", "postponeLead", "confirmPostpone"] as const)
      : (["cancelTitle", "cancelLead", "confirmCancel"] as const);
  const [title, lead, save] = words.map((key) => t(`off.${key}`));
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/meetings" },
          { label: titleOf(meeting, context.locale), href },
          { label: title ?? "" },
        ]}
      />
      <PageBody narrow>
        <PageHeader title={title ?? ""} size="lg" above={titleOf(meeting, context.locale)}>
          {lead}
        </PageHeader>
        <OffForm
          action={act === "postpone" ? postpone : cancel}
          person={String(context.actor.userId)}
          form={`meeting-off:${meeting.id}`}
          meetingId={meeting.id}
          version={meeting.version}
          href={`${href}/${act}` as Route}
          backHref={href}
          notes={await noteLabels()}
          names={{ reason: t("off.reason") }}
          required={ui("required")}
          labels={{ save: save ?? "", saving: ui("saving"), cancel: ui("back") }}
        />
      </PageBody>
    </>
  );
}
