import { Table, Td, Th } from "@/components/ui/table";
import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { Link } from "../ui/link";
import type { ChartData, ChartValue } from "./chart-data";

type Props = {
  data: ChartData;
  /** What the table is. */
  label: string;
  words: { open: string; total: string };
  /** Heading of the first column. */
  heading: string;
};

/** The numbers of the chart as a table; each links to its rows. */
export function ChartTable({ data, label, words, heading }: Props) {
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="link-action w-fit text-xs">{words.open}</summary>
      <Table label={label}>
        <thead>
          <tr>
            <Th>{heading}</Th>
            {data.series.map((series) => (
              <Th key={series.key} numeric>
                {series.label}
              </Th>
            ))}
            <Th numeric>{words.total}</Th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.key}>
              <Th scope="row">{row.label}</Th>
              {row.values.map((value, index) => (
                <Count key={data.series[index]?.key} locale={data.locale} {...value} />
              ))}
              <Count locale={data.locale} {...row.total} />
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

function Count({ value, href, locale }: ChartValue & { locale: Locale }) {
  const shown = formatNumber(value, locale);
  return (
    <Td numeric>
      {value === 0 || !href ? (
        shown
      ) : (
        <Link href={href} className="link-action min-w-6 justify-end">
          {shown}
        </Link>
      )}
    </Td>
  );
}
