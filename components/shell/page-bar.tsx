import { getTranslations } from "next-intl/server";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { classes } from "@/components/ui/classes";
import { AsOfBanner } from "./as-of-banner";

type Props = { crumbs: readonly Crumb[] } | { title: string };

/**
 * The page's part of the top bar: breadcrumbs, or the `h1` on the first page of a section. It comes
 * first in the page and is placed over the empty left half of the bar, so that layout and page stay
 * separate and no script is needed.
 */
export async function PageBar(props: Props) {
  const t = await getTranslations("ui");
  return (
    <div
      data-fixed-bar="top"
      className="-mt-(--top-bar) pointer-events-none sticky top-0 z-30 mr-104 flex h-(--top-bar) items-center px-5 max-md:mr-88 max-sm:mr-42 max-sm:px-3.5 print:static print:mt-0 print:mr-0 print:h-auto print:px-0"
    >
      <div className="pointer-events-auto min-w-0">
        {"title" in props ? (
          <h1 className="truncate font-semibold text-sm print:whitespace-normal print:text-xl">{props.title}</h1>
        ) : (
          <div className="print:hidden">
            <Breadcrumb label={t("breadcrumb")} crumbs={props.crumbs} />
          </div>
        )}
      </div>
    </div>
  );
}

type BodyProps = {
  children: React.ReactNode;
  /** One column of text or fields: lines stay short enough to read. */
  narrow?: boolean;
};

/** The body of a page: gutter, maximum width, gaps between its parts. */
export function PageBody({ children, narrow = false }: BodyProps) {
  return (
    <div
      className={classes(
        "flex flex-col gap-3.5 px-5 py-4 max-sm:px-3.5 max-sm:py-3 print:p-0",
        narrow ? "max-w-4xl" : "mx-auto max-w-360",
      )}
    >
      <AsOfBanner />
      {children}
    </div>
  );
}
