import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { type BinKind, binKinds } from "@/domain/bin";
import { binAddress } from "../address";

/** Narrows the bin to one kind of thing. */
export async function KindTabs({ kind }: { kind: BinKind | null }) {
  const t = await getTranslations("bin");
  return (
    <nav aria-label={t("kinds")} className="flex flex-wrap gap-1.5 print:hidden">
      {([null, ...binKinds] as const).map((each) => (
        <Link
          key={each ?? "all"}
          href={binAddress.href({ kind: each }) as Route}
          aria-current={each === kind ? "true" : undefined}
          className={classes(
            "inline-flex min-h-8 items-center rounded-md border px-2.5 text-sm max-sm:min-h-10",
            each === kind
              ? "border-accent bg-accent-soft font-medium text-accent"
              : "border-line text-ink-2 hover:bg-hover",
          )}
        >
          {each === null ? t("all") : t(`kind.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
