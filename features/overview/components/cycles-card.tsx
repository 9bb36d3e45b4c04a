import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Count } from "@/components/ui/count";
import { Table, Td, Th } from "@/components/ui/table";
import { type Stage, stages } from "@/domain/lifecycle";
import type { PeriodLine } from "@/server/register/periods";
import type { Overview } from "@/server/register/read-overview";
import type { RowsHref } from "../rows-filter";
import { FigureLink } from "./figure-link";

type Props = { overview: Overview; rowsHref: RowsHref };

/**
 * The stages of a proposal in order. Other stages are final or off the path and are listed below.
 */
const way = [
  "draft",
  "submitted",
  "considered",
  "accepted",
  "endorsed",
  "approved",
] as const satisfies readonly Stage[];

/** Entries by stage, of the cycle being implemented and of the one in preparation. */
export async function CyclesCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.cycles");
  const terms = await getTranslations("terms");
  const cycles = overview.beside ? [overview.period, overview.beside] : [overview.period];
  const columns = await Promise.all(cycles.map((cycle) => columnOf(cycle, { overview, rowsHref })));
  return (
    <Card id="cycles" title={t("title")} meta={cycles.length > 1 ? t("two") : undefined}>
      <div className="max-sm:hidden">
        <Table label={t("table")}>
          <thead>
            <tr>
              <Th>{terms("noun.period")}</Th>
              {way.map((stage) => (
                <Th key={stage} className="w-[13.5%] px-1">
                  {terms(`stage.${stage}`)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.code}>
                <Th scope="row" className="align-top">
                  <span>{column.name}</span>
                  <Aside column={column} />
                </Th>
                {way.map((stage) => (
                  <StageCell key={stage} stage={stage} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="sm:hidden">
        <TurnedTable columns={columns} />
      </div>
    </Card>
  );
}

/** For narrow screens: stages as rows, cycles as columns. */
async function TurnedTable({ columns }: { columns: readonly CycleColumn[] }) {
  const t = await getTranslations("overview.cycles");
  const terms = await getTranslations("terms");
  return (
    <Table label={t("table")}>
      <thead>
        <tr>
          <Th>{terms("noun.stage")}</Th>
          {columns.map(({ code, name }) => (
            <Th key={code} className="w-[32%] px-1">
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {way.map((stage) => (
          <tr key={stage}>
            <Th scope="row" className="px-0 py-0.5 font-normal">
              {terms(`stage.${stage}`)}
            </Th>
            {columns.map((column) => (
              <StageCell key={column.code} stage={stage} column={column} />
            ))}
          </tr>
        ))}
        <tr>
          <td />
          {columns.map((column) => (
            <Td key={column.code} className="border-b-0 px-1 align-top">
              <Aside column={column} />
            </Td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}

type CycleColumn = Awaited<ReturnType<typeof columnOf>>;

/** A cycle with its counts, the furthest stage that has entries, and the links to the rows. */
async function columnOf(cycle: PeriodLine, { overview, rowsHref }: Props) {
  const locale = await getLocale();
  const countOf = (stage: Stage | null) =>
    overview.axes
      .filter((row) => row.period === cycle.code && row.stage === stage)
      .reduce((all, row) => all + row.total, 0);
  return {
    code: cycle.code,
    name: (locale === "lo" && cycle.nameLo) || cycle.nameEn,
    furthest: way.findLast((stage) => countOf(stage) > 0),
    countOf,
    linkTo: (stage: Stage | null) => rowsHref({ period: [cycle.code], stage: [stage ?? "none"] }),
  };
}

/** The counts of the stages that ended or wait, and of entries without a stage. */
async function Aside({ column: { name, countOf, linkTo } }: { column: CycleColumn }) {
  const t = await getTranslations("overview.cycles");
  const terms = await getTranslations("terms");
  const wordOf = (stage: Stage | null) => (stage === null ? t("noStage") : terms(`stage.${stage}`));
  const aside = [...stages.filter((stage) => !way.some((one) => one === stage)), null];
  return aside
    .filter((stage) => countOf(stage) > 0)
    .map((stage) => (
      <span key={stage ?? "none"} className="block font-normal text-ink-2 text-xs">
        <span>{wordOf(stage)}</span>:{" "}
        <FigureLink href={linkTo(stage)} label={`${name}, ${wordOf(stage)}: ${countOf(stage)}`}>
          <Count value={countOf(stage)} />
        </FigureLink>
      </span>
    ));
}

async function StageCell({ stage, column }: { stage: (typeof way)[number]; column: CycleColumn }) {
  const terms = await getTranslations("terms");
  const { name, furthest, countOf, linkTo } = column;
  const count = countOf(stage);
  return (
    <Td className="px-0.5 max-sm:py-0.5">
      <Chevron tone={count === 0 ? "empty" : stage === furthest ? "furthest" : "reached"}>
        {count === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          <FigureLink
            href={linkTo(stage)}
            label={`${name}, ${terms(`stage.${stage}`)}: ${count}`}
            className={stage === furthest ? "text-on-accent hover:text-on-accent print:text-ink" : undefined}
          >
            <Count value={count} />
          </FigureLink>
        )}
      </Chevron>
    </Td>
  );
}

const fills = { empty: "fill-sunken", reached: "fill-accent-soft", furthest: "fill-accent print:fill-surface" };

function Chevron({ tone, children }: { tone: keyof typeof fills; children: React.ReactNode }) {
  return (
    <span className="relative flex min-h-9 items-center pl-4 text-md max-sm:min-h-11">
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        className={classes("absolute inset-0 size-full", fills[tone], tone === "furthest" && "print:stroke-ink")}
      >
        <path d="M0 0h89l11 20-11 20H0l9-20z" vectorEffect="non-scaling-stroke" />
      </svg>
      <span className="relative">{children}</span>
    </span>
  );
}
