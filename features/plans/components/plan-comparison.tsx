import { getLocale, getTranslations } from "next-intl/server";
import { Reconciliation } from "@/components/ui/reconciliation";
import { formatNumber } from "@/i18n/format";

type Props = {
  kind: "approved" | "proposed";
  official: number | null;
  register: number;
  sample: number;
  source?: { title: string; address: string | null; language: string };
  size?: "xxl" | "sm";
};

/**
 * Compares numbers, for example "13 official; in the register 13, of which 11 sample", with the
 * source of the official count.
 */
export async function PlanComparison({ kind, official, register, sample, source, size }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("plans");
  const verdict =
    official === null
      ? t("noOfficial")
      : official === register
        ? t("matches")
        : t("differs", { count: Math.abs(official - register) });
  const compared =
    official === null
      ? `${t("register")}: ${formatNumber(register, locale)}`
      : t("compare", { official, register, sample });
  return (
    <Reconciliation
      locale={locale}
      official={official}
      register={register}
      sentence={`${t(kind)}: ${compared}, ${verdict}`}
      verdict={verdict}
      size={size}
    >
      {size !== "sm" && <p aria-hidden>{compared}</p>}
      {size === "sm" && sample > 0 && <span aria-hidden>{t("ofWhichSample", { count: sample })}</span>}
      {source && size !== "sm" && (
        <p>
          {source.address ? (
            <a href={source.address} rel="noreferrer" className="link">
              <span lang={source.language}>{source.title}</span>
            </a>
          ) : (
            <span lang={source.language}>{source.title}</span>
          )}
        </p>
      )}
    </Reconciliation>
  );
}
