import type { Status } from "@/domain/lifecycle";
import { classes } from "./classes";
import { Glyph } from "./glyphs";

const colourOf: Readonly<Record<Status, string>> = {
  not_started: "text-ink-3",
  ongoing: "text-c3",
  implemented: "text-c3",
  completed: "text-c4",
  cancelled: "text-ink-3",
};

/**
 * The glyph of a status.
 * @param plain in the colour of the surrounding text
 */
export function StatusGlyph({ status, plain = false }: { status: Status; plain?: boolean }) {
  if (plain) return <Glyph name={status === "completed" ? "completed_plain" : status} />;
  return <Glyph name={status} className={`size-3.5 ${colourOf[status]}`} />;
}

type Props = { status: Status; label: string; className?: string };

/** The status of the work: circle and word. */
export function StatusBadge({ status, label, className }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1.5", status === "cancelled" && "text-ink-2", className)}>
      <StatusGlyph status={status} />
      <span>{label}</span>
    </span>
  );
}
