import { firstRows } from "../first-rows";

type Params = Promise<Record<string, string>>;

/** 50 x 13 cells of plain text, rendered on the server. */
export default async function TablePage({ searchParams }: { searchParams: Params }) {
  const { rows, totals } = await firstRows(new URLSearchParams(await searchParams));
  return (
    <table>
      <caption>{totals.total}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id}>
            <td>{row.code}</td>
            <td>{row.titleEn}</td>
            <td>{row.titleLo}</td>
            <td>{row.plan.periodEn}</td>
            <td>{row.lead?.nameEn}</td>
            <td>{row.stage}</td>
            <td>{row.status}</td>
            <td>{row.schedule}</td>
            <td>{row.progress}</td>
            <td>{row.updatedOn}</td>
            <td>{row.startOn}</td>
            <td>{row.endOn}</td>
            <td>{row.budgetUsd}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
