import { buttonClasses } from "@/components/ui/button";
import { Download } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu, MenuHeading, menuItemClasses } from "@/components/ui/menu";
import { docxRowLimit, type ReportFormat } from "@/domain/report-model";
import { type ActivityListQuery, activitiesAddress, activitiesExport } from "@/features/activities/list-address";
import { printSize } from "@/features/activities/list-columns";
import { wholeSelection } from "@/features/activities/list-state";
import type { ListLabels } from "./list-labels";

type Props = {
  query: ActivityListQuery;
  /** Number of rows that match. */
  total: number;
  labels: ListLabels["export"];
};

/** A list is worked on in Excel, whose cells keep codes as they are. */
const listFormats: readonly ReportFormat[] = ["xlsx", "docx", "csv"];

/**
 * Downloads all matching rows in either language. Word files are offered only for lists that Word
 * can open.
 */
export function ExportMenu({ query, total, labels }: Props) {
  return (
    <Menu
      group="list-menus"
      align="end"
      buttonClassName={buttonClasses()}
      label={
        <>
          <Download aria-hidden className="size-4" />
          <span>{labels.open}</span>
        </>
      }
    >
      <MenuHeading>{labels.all}</MenuHeading>
      {labels.languages.map(({ lang, name }) => (
        <div key={lang}>
          <MenuHeading>{name}</MenuHeading>
          {listFormats.map((format) =>
            format === "docx" && total > docxRowLimit ? (
              <p key={format} className="px-2 py-1 text-ink-2 text-sm">{`${labels.format.docx}: ${labels.tooMany}`}</p>
            ) : (
              <a
                key={format}
                href={activitiesExport.href({ ...wholeSelection(query), format, lang })}
                download
                className={menuItemClasses}
              >
                {labels.format[format]}
              </a>
            ),
          )}
        </div>
      ))}
      <Link
        href={activitiesAddress.href({ ...query, page: 1, size: printSize, facet: null, menu: null, edit: null })}
        className={menuItemClasses}
      >
        {labels.print}
      </Link>
    </Menu>
  );
}
