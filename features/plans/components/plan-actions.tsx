import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import type { PlanPage } from "../server/get-plan";

/** Links to what the reader may do with the plan, each on a separate page. */
export async function PlanActions({ page: { plan, can } }: { page: PlanPage }) {
  const t = await getTranslations("plans");
  const years = await getTranslations("years");
  const terms = await getTranslations("terms");
  const states = await getTranslations("states");
  const to = (page: string) => `/plans/${plan.id}/${page}` as Route;
  return (
    <>
      <ButtonLink href={`/activities?plan=${plan.id}` as Route}>{t("openTable")}</ButtonLink>
      {plan.framework === "adgsom_atrc" && <ButtonLink href={to("board")}>{t("board.title")}</ButtonLink>}
      {plan.partnerId !== null && (
        <ButtonLink href={`/partners/${plan.partnerId}` as Route}>{terms("noun.partner")}</ButtonLink>
      )}
      <ButtonLink href={to("states")}>{states("title")}</ButtonLink>
      {can.enterDecided && <ButtonLink href={to("decided")}>{t("decided.action")}</ButtonLink>}
      {can.edit && <ButtonLink href={to("edit")}>{t("edit")}</ButtonLink>}
      {can.carryOver && <ButtonLink href={to("carry-over")}>{years("carryOver.action")}</ButtonLink>}
      {can.close && <ButtonLink href={to("close")}>{years("close.action")}</ButtonLink>}
      {can.reopen && <ButtonLink href={to("reopen")}>{years("reopen.action")}</ButtonLink>}
      {can.addActivity && (
        <ButtonLink href={`/activities/new?plan=${plan.id}` as Route} look="primary">
          {t("addActivity")}
        </ButtonLink>
      )}
    </>
  );
}
