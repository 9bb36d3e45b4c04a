import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { hasLao } from "@/domain/lao-text";

type Props = { words: readonly string[]; hrefOf: (words: string) => Route };

/** "Did you mean …", with a link for each spelling that would find something. */
export async function NearWords({ words, hrefOf }: Props) {
  const t = await getTranslations("search");
  if (words.length === 0) return null;
  return (
    <p className="flex flex-wrap items-baseline justify-center gap-x-3 gap-y-1 text-sm">
      <span className="text-ink-2">{t("didYouMean")}</span>
      {words.map((text) => (
        <Link
          key={text}
          href={hrefOf(text)}
          lang={hasLao(text) ? "lo" : "en"}
          className="link inline-flex min-h-6 items-center font-medium max-sm:min-h-10"
        >
          {text}
        </Link>
      ))}
    </p>
  );
}
