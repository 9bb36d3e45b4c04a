import { classes } from "./classes";

type Props = { label: string; title?: string; className?: string };

/** "Sample": marks sample data everywhere. */
export function SampleMark({ label, title, className }: Props) {
  return <DashedMark label={label} title={title} className={classes("text-ink-2", className)} />;
}

/** "not yet translated": the text beside it is in the other language. */
export function NotYetTranslatedMark({ label, title, className }: Props) {
  return <DashedMark label={label} title={title} className={classes("text-ink-3", className)} />;
}

/** A dashed tag with a remark about the text beside it, such as "Original: Lao". */
export function DashedMark({ label, title, className }: Props) {
  return (
    <span
      title={title}
      className={classes(
        "inline-block rounded-sm border border-dashed border-line-strong px-1.5 align-baseline font-normal text-mini leading-[1.5] whitespace-nowrap",
        className,
      )}
    >
      {label}
    </span>
  );
}
