import { Fragment } from "react";
import { DashedMark } from "@/components/ui/marks";
import type { ReportWords, Runs, TextRun } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { keepLaoWords } from "@/i18n/lao-words";

/** Language and messages of the document, passed to all parts of the preview. */
export type DocumentContext = { language: Locale; words: ReportWords };

function lineOf(line: string, index: number) {
  return (
    <Fragment key={index}>
      {index > 0 && <br />}
      <span>{line}</span>
    </Fragment>
  );
}

/** One run with its language and line breaks, followed by its marks. */
export function DocumentRun({ run, paper }: { run: TextRun; paper: DocumentContext }) {
  const text = run.lang === "lo" ? keepLaoWords(run.text) : run.text;
  const lines = text.split("\n");
  const Word = run.strong ? "strong" : "span";
  return (
    <>
      <Word
        lang={run.lang === paper.language ? undefined : run.lang}
        className={run.strong ? "font-semibold" : undefined}
      >
        {lines.length === 1 ? text : lines.map(lineOf)}
      </Word>
      {run.marks?.map((mark) => (
        <Fragment key={mark}>
          {" "}
          <DashedMark label={paper.words.marks[mark]} className="text-ink-2" />
        </Fragment>
      ))}
    </>
  );
}

/** Several runs of text. */
export function DocumentRuns({ runs, paper }: { runs: Runs; paper: DocumentContext }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs are never moved, and have no other name
  return runs.map((run, index) => <DocumentRun key={index} run={run} paper={paper} />);
}
