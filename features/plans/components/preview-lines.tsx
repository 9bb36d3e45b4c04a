import { getTranslations } from "next-intl/server";
import { isCarried, needsCarryOverReason, phaseAfter } from "@/domain/carry-over";
import { meetingWords } from "@/i18n/meeting-words";
import type { CarryOverPage } from "../server/get-carry-over";
import { EntryHead } from "./carry-over-form";
import type { PreviewLine } from "./confirm-carry-over-form";

type Preview = CarryOverPage["previews"][number];

/** The previews as lines of text. */
export async function previewLines(previews: readonly Preview[]): Promise<PreviewLine[]> {
  const t = await getTranslations("years.carryOver");
  const errors = await getTranslations("errors");
  const lines = previews.map(async (line): Promise<PreviewLine> => {
    const { row, action, refusal } = line;
    return {
      id: row.id,
      version: row.version,
      code: row.code,
      action,
      into: line.into,
      by: line.by,
      head: <EntryHead row={row} />,
      what: await whatHappens(line),
      refusal: refusal && errors(refusal.code, { code: row.code, ...refusal.params }),
      needsReason: needsCarryOverReason(action),
      reasonLabel: t("reason", { code: row.code }),
    };
  });
  return Promise.all(lines);
}

async function whatHappens({ row, action, receiver, approval, into }: Preview): Promise<string> {
  const t = await getTranslations("years.carryOver");
  if (action === "merge") return t("merge", { code: receiver?.code ?? into ?? "–" });
  if (action === "complete" || action === "drop") return t(action);
  const phase = isCarried(action) ? phaseAfter(row.phase, action) : null;
  const meeting = approval && (await meetingWords(approval.meeting));
  if (phase === null) {
    if (meeting) return t("approved", { meeting });
    return t(row.stage === null ? "noStage" : "draft");
  }
  if (meeting) return t("phaseApproved", { phase, meeting });
  return t(row.stage === null ? "phaseNoStage" : "phaseDraft", { phase });
}
