import type { ReactNode } from "react";
import { classes } from "./classes";
import { Camera, Check, CircleAlert, Info, TriangleAlert } from "./icons";

/**
 * `info`: as-of, read only. `warn`: offline, older text. `bad`: an error. `good`: matches.
 * `result`: what was done, with Undo.
 */
export type BannerTone = "info" | "as-of" | "warn" | "bad" | "good" | "result";

const toneOf: Readonly<Record<BannerTone, string>> = {
  info: "border-accent bg-accent-soft text-ink",
  "as-of": "border-accent bg-accent-soft text-ink",
  warn: "border-warn-line bg-warn-bg text-warn",
  bad: "border-bad-line bg-bad-bg text-bad",
  good: "border-good bg-good-bg text-good",
  result: "border-line bg-surface text-ink",
};

const iconOf = {
  info: Info,
  "as-of": Camera,
  warn: TriangleAlert,
  bad: CircleAlert,
  good: Check,
  result: Check,
} as const;

type Props = { tone: BannerTone; title?: string; children?: ReactNode; action?: ReactNode; className?: string };

/** A message about the page. Screen readers announce errors at once, the others politely. */
export function Banner({ tone, title, children, action, className }: Props) {
  const Icon = iconOf[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={classes(
        "flex items-start gap-x-3 gap-y-1 rounded-lg max-sm:flex-wrap border px-3.5 py-2 text-sm",
        toneOf[tone],
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 max-sm:basis-4/5">
        {title && <strong className="font-semibold">{title} </strong>}
        <div className="contents">{children}</div>
      </div>
      {action && <div className="shrink-0 max-sm:pl-7 [&>a]:link-action">{action}</div>}
    </div>
  );
}
