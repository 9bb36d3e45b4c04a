import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
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
  return (
    <Card id="cycles" title={t("title")} meta={cycles.length > 1 ? t("two") : undefined}>
      <Table label={t("table")} className="max-sm:min-w-130">
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
          {cycles.map((cycle) => (
            <CycleRow key={cycle.code} cycle={cycle} overview={overview} rowsHref={rowsHref} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

async function CycleRow({ cycle, overview, rowsHref }: Props & { cycle: PeriodLine }) {
  const t = await getTranslations("overview.cycles");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const name = (locale === "lo" && cycle.nameLo) || cycle.nameEn;
  const countOf = (stage: Stage | null) =>
    overview.axes
      .filter((row) => row.period === cycle.code && row.stage === stage)
      .reduce((all, row) => all + row.total, 0);
  const furthest = way.findLast((stage) => countOf(stage) > 0);
  const aside = [...stages.filter((stage) => !way.some((one) => one === stage)), null].filter(
    (stage) => countOf(stage) > 0,
  );
  const linkTo = (stage: Stage | null) => rowsHref({ period: [cycle.code], stage: [stage ?? "none"] });
  const wordOf = (stage: Stage | null) => (stage === null ? t("noStage") : terms(`stage.${stage}`));
  return (
    <tr>
      <Th scope="row" className="align-top">
        <span>{name}</span>
        {aside.map((stage) => (
          <span key={stage ?? "none"} className="block font-normal text-ink-2 text-xs">
            <span>{wordOf(stage)}</span>:{" "}
            <FigureLink href={linkTo(stage)} label={`${name}, ${wordOf(stage)}: ${countOf(stage)}`}>
              {countOf(stage)}
            </FigureLink>
          </span>
        ))}
      </Th>
      {way.map((stage) => (
        <Td key={stage} className="px-0.5">
          <Chevron tone={countOf(stage) === 0 ? "empty" : stage === furthest ? "furthest" : "reached"}>
            {countOf(stage) === 0 ? (
              <span className="text-ink-3">–</span>
            ) : (
              <FigureLink
                href={linkTo(stage)}
                label={`${name}, ${wordOf(stage)}: ${countOf(stage)}`}
                className={stage === furthest ? "text-on-accent hover:text-on-accent print:text-ink" : undefined}
              >
                {countOf(stage)}
              </FigureLink>
            )}
          </Chevron>
        </Td>
      ))}
    </tr>
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
