import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { Table, Td, Th } from "@/components/ui/table";
import type { listPlans } from "../server/list-plans";
import { PlanComparison } from "./plan-comparison";

type Plan = Awaited<ReturnType<typeof listPlans>>["plans"][number];

/** Plans of one framework, newest first. */
export async function PlansTable({ plans, label }: { plans: readonly Plan[]; label: string }) {
  const t = await getTranslations("plans");
  const terms = await getTranslations("terms");
  return (
    <Table label={label}>
      <thead className="max-sm:sr-only">
        <tr>
          <Th>{terms("noun.workPlan")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("approved")}</Th>
          <Th>{t("proposed")}</Th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </tbody>
    </Table>
  );
}

async function PlanRow({ plan }: { plan: Plan }) {
  const t = await getTranslations("plans");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const officialOf = (kind: "approved" | "proposed") => plan.official.find((row) => row.kind === kind)?.count ?? null;
  return (
    <tr className="max-sm:grid max-sm:grid-cols-2">
      <Th scope="row" className="max-sm:col-span-2 max-sm:border-b-0 max-sm:pb-0">
        <Link href={`/plans/${plan.id}` as Route} className="link">
          <BilingualText en={plan.en} lo={plan.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Link>
        {plan.isFrame && (
          <span className="block">
            <DashedMark label={t("frame")} />
          </span>
        )}
      </Th>
      <Td className="max-sm:col-span-2 max-sm:border-b-0 max-sm:py-0 max-sm:text-ink-2">
        {terms(`planState.${plan.state}`)}
      </Td>
      <Td className="max-sm:align-top">
        <CountName name={t("approved")} />
        <PlanComparison
          kind="approved"
          size="sm"
          official={officialOf("approved")}
          register={plan.register.approved}
          sample={plan.register.approvedSample}
        />
      </Td>
      <Td className="max-sm:align-top">
        <CountName name={t("proposed")} />
        <PlanComparison
          kind="proposed"
          size="sm"
          official={officialOf("proposed")}
          register={plan.register.proposed}
          sample={plan.register.proposedSample}
        />
      </Td>
    </tr>
  );
}

/** On phones the columns stand below each other, so each count has its name. */
function CountName({ name }: { name: string }) {
  return (
    <span aria-hidden className="block font-medium text-ink-2 text-xs sm:hidden">
      {name}
    </span>
  );
}
