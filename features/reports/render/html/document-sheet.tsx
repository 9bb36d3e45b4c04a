import type { OfficialHeader, Orientation, ReportBlock, ReportModel, TextRun, TitledList } from "@/domain/report-model";
import { DocumentBlock } from "./block";
import { type DocumentContext, DocumentRun, DocumentRuns } from "./runs";
import "./document.css";

/**
 * Preview of the report: the model that the files are made of, as HTML in the language of the
 * document.
 */
export function DocumentSheet({ model }: { model: ReportModel }) {
  const paper: DocumentContext = { language: model.language, words: model.words };
  return (
    <article
      lang={model.language}
      data-paper
      data-turn={model.orientation}
      data-one-page={model.isOnePage || undefined}
      className={`mx-auto w-full ${model.orientation === "landscape" ? "max-w-300" : "max-w-200"} rounded-sm border border-line bg-surface px-10 py-8 text-sm leading-running shadow-1 max-sm:px-4 max-sm:py-5 print:max-w-none print:border-0 print:p-0 print:shadow-none`}
    >
      <p className="text-right font-semibold text-xs">
        <DocumentRun run={model.confidentiality} paper={paper} />
      </p>
      {model.header && <Head header={model.header} paper={paper} />}
      <header className="mt-3 text-center">
        <h2 className="font-semibold text-lg">
          <DocumentRun run={model.title} paper={paper} />
        </h2>
        {model.subtitle && (
          <p>
            <DocumentRuns runs={model.subtitle} paper={paper} />
          </p>
        )}
      </header>
      <dl className="my-3 text-ink-2 text-xs">
        {model.meta.map(({ label, value }) => (
          <div key={label} className="flex flex-wrap gap-x-1.5">
            <dt className="font-medium">{`${label}:`}</dt>
            <dd>
              <DocumentRuns runs={value} paper={paper} />
            </dd>
          </div>
        ))}
      </dl>
      {model.samples && (
        <p className="my-2 rounded-sm border border-line-strong border-dashed px-2 py-1 font-semibold text-xs">
          <DocumentRuns runs={model.samples.runs} paper={paper} />
        </p>
      )}
      {turned(model).map(({ turn, blocks }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished report are never moved
        <div key={index} data-turn={turn}>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <DocumentBlock key={at} block={block} paper={paper} />
          ))}
        </div>
      ))}
      <Closing model={model} paper={paper} />
    </article>
  );
}

type Stretch = { turn: Orientation; blocks: ReportBlock[] };

/**
 * Consecutive blocks with the same page orientation. A heading has the orientation of the table
 * after it.
 */
function turned({ blocks, orientation }: ReportModel): Stretch[] {
  const turnOf = (at: number): Orientation => {
    const block = blocks[at];
    if (block?.kind === "table") return block.table.orientation ?? orientation;
    return block?.kind === "heading" && at + 1 < blocks.length ? turnOf(at + 1) : orientation;
  };
  const stretches: Stretch[] = [];
  blocks.forEach((block, at) => {
    const last = stretches.at(-1);
    if (last?.turn === turnOf(at)) last.blocks.push(block);
    else stretches.push({ turn: turnOf(at), blocks: [block] });
  });
  return stretches;
}

function Line({ run, paper, className }: { run: TextRun | null; paper: DocumentContext; className?: string }) {
  return run ? (
    <p className={className}>
      <DocumentRun run={run} paper={paper} />
    </p>
  ) : null;
}

function Head({ header, paper }: { header: OfficialHeader; paper: DocumentContext }) {
  return (
    <div className="mb-3">
      <div className="text-center">
        {header.country.map((run) => (
          <Line key={run.text} run={run} paper={paper} className="font-semibold text-md" />
        ))}
        <Line run={header.motto} paper={paper} className="font-semibold" />
        <p aria-hidden>{header.rule}</p>
      </div>
      <div className="mt-2 flex flex-wrap justify-between gap-x-6 gap-y-1">
        <div>
          <Line run={header.ministry} paper={paper} />
          <Line run={header.unit} paper={paper} />
        </div>
        <div className="text-right max-sm:text-left">
          <Line run={header.number} paper={paper} />
          <Line run={header.placeAndDate} paper={paper} />
        </div>
      </div>
    </div>
  );
}

function Closing({ model, paper }: { model: ReportModel; paper: DocumentContext }) {
  const { signature, distribution, notes } = model;
  return (
    <footer className="mt-4">
      {signature && (
        <div className="ml-auto w-1/2 break-inside-avoid text-center max-sm:w-2/3">
          <Line run={signature.placeAndDate} paper={paper} />
          <Line run={signature.title} paper={paper} className="font-semibold" />
          <Line run={signature.name} paper={paper} className="mt-20" />
        </div>
      )}
      {distribution && <Titled list={distribution} paper={paper} />}
      {notes.map((list) => (
        <Titled key={list.heading} list={list} paper={paper} />
      ))}
    </footer>
  );
}

function Titled({ list, paper }: { list: TitledList; paper: DocumentContext }) {
  if (list.items.length === 0) return null;
  return (
    <section className="mt-3 text-xs">
      <h3 className="font-semibold">{list.heading}</h3>
      <ul className="list-['–_'] pl-4">
        {list.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <DocumentRuns runs={item} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  );
}
