import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { MarkedText } from "@/components/ui/marked-text";
import { NotYetTranslatedMark } from "@/components/ui/marks";
import { markedParts } from "@/domain/marked-text";
import type { SearchKind } from "../address";
import type { SearchHit } from "../server/search-register";

/** The page on which a row of this kind stands. */
const pathOf: Readonly<Record<SearchKind, (id: number) => string>> = {
  activities: (id) => `/activities/${id}`,
  remarks: (id) => `/activities/${id}`,
  meetings: (id) => `/meetings/${id}`,
  decisions: (id) => `/meetings/${id}`,
  partners: (id) => `/partners/${id}`,
  instruments: (id) => `/partners/${id}`,
  plans: (id) => `/plans/${id}`,
};

type Props = { kind: SearchKind; hit: SearchHit; typed: string };

/** One row that was found: its title as a link, the words around the match, where it belongs. */
export async function HitLine({ kind, hit, typed }: Props) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { title, of, code, excerpt } = hit;
  const own = locale === "lo" ? title.lo : title.en;
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <li className="flex flex-col gap-0.5 border-line border-t py-2 first:border-t-0">
      <span className="flex flex-wrap items-baseline gap-x-2">
        {code && (
          <span translate="no" className="text-ink-2 text-xs">
            <MarkedText parts={markedParts(code, typed)} />
          </span>
        )}
        <Link
          href={pathOf[kind](hit.id) as Route}
          className="link inline-flex min-h-6 min-w-0 items-center font-medium max-sm:min-h-10"
        >
          <MarkedText parts={markedParts(own ?? title.en ?? title.lo ?? "", typed)} />
        </Link>
        {own === null && <NotYetTranslatedMark label={words.notTranslatedLabel} />}
      </span>
      {excerpt && (
        <span className="text-sm">
          <MarkedText parts={markedParts(excerpt, typed)} />
        </span>
      )}
      {of && (
        <span className="text-ink-2 text-xs">
          <BilingualText {...of} {...words} />
        </span>
      )}
    </li>
  );
}
