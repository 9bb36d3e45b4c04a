import { getTranslations } from "next-intl/server";
import type { PlanPage } from "../server/get-plan";

/** The rows of the plan by whether they are of the official number, each leading to its rows. */
export async function RowCounts({ register }: Pick<PlanPage, "register">) {
  const t = await getTranslations("plans");
  const parts = [
    { key: "yes", count: register.counted, anchor: "#rows" },
    { key: "no", count: register.notCounted, anchor: "#rows-no" },
    { key: "unknown", count: register.notKnown, anchor: "#rows-unknown" },
  ] as const;
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 border-line border-t pt-2 text-sm">
      <strong className="font-semibold">{t("rowsInPlan", { count: register.rows })}</strong>
      {parts.map(({ key, count, anchor }) =>
        count > 0 ? (
          <a key={key} href={anchor} className="link">
            {t(`countedBy.${key}`, { count })}
          </a>
        ) : (
          <span key={key} className="text-ink-2">
            {t(`countedBy.${key}`, { count })}
          </span>
        ),
      )}
    </p>
  );
}
