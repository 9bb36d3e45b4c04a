import type { ReportBlock } from "@/domain/report-model";
import { DocumentChart } from "./chart";
import { type DocumentContext, DocumentRuns } from "./runs";
import { DocumentTable } from "./table";

/** One block of the report as semantic HTML. */
export function DocumentBlock({ block, paper }: { block: ReportBlock; paper: DocumentContext }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 1 ? "h3" : "h4";
      return (
        <Heading className={block.level === 1 ? "mt-4 mb-1 font-semibold text-md" : "mt-3 font-semibold"}>
          <DocumentRuns runs={block.runs} paper={paper} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p className="my-1">
          <DocumentRuns runs={block.runs} paper={paper} />
        </p>
      );
    case "list":
      return (
        <ul className="my-1 list-['–_'] pl-4">
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items never move
            <li key={index}>
              <DocumentRuns runs={item} paper={paper} />
            </li>
          ))}
        </ul>
      );
    case "chart":
      return <DocumentChart chart={block.chart} paper={paper} />;
    case "table":
      return <DocumentTable table={block.table} paper={paper} />;
    case "decisions_sought":
      return <DecisionsSought block={block} paper={paper} />;
  }
}

type SoughtProps = { block: Extract<ReportBlock, { kind: "decisions_sought" }>; paper: DocumentContext };

function DecisionsSought({ block, paper }: SoughtProps) {
  if (block.items.length === 0) {
    return (
      <p className="my-1">
        <DocumentRuns runs={block.empty} paper={paper} />
      </p>
    );
  }
  return (
    <ol className="my-1 list-decimal pl-5">
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          <DocumentRuns runs={item.runs} paper={paper} />
          {item.reference && (
            <span className="text-ink-2">
              {" ["}
              <DocumentRuns runs={item.reference} paper={paper} />
              {"]"}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
