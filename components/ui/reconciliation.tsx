import type { ReactNode } from "react";
import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { Tag } from "./chip";
import { classes } from "./classes";
import { Check, TriangleAlert } from "./icons";

type Props = {
  /** The official count; null if none has been entered. */
  official: number | null;
  register: number;
  /** The whole as a sentence for screen readers: "13 official, 13 in the register: matches". */
  sentence: string;
  /** "Matches", "1 row missing" or "no official count entered". */
  verdict: string;
  /** The source of the count, the number of samples, a link to the difference. */
  children?: ReactNode;
  locale: Locale;
  size?: "xxl" | "sm";
  className?: string;
};

/** The official count beside the register's count. A difference is a task, not an error. */
export function Reconciliation({
  official,
  register,
  sentence,
  verdict,
  children,
  locale,
  size = "xxl",
  className,
}: Props) {
  const matches = official === register;
  const figure = classes("font-semibold", size === "xxl" ? "text-xxl" : "text-sm");
  return (
    <div className={className}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="sr-only">{sentence}</span>
        {official !== null && (
          <span aria-hidden="true" className="flex items-center gap-2.5">
            <span className={figure}>{formatNumber(official, locale)}</span>
            <Sign equal={matches} large={size === "xxl"} />
            <span className={figure}>{formatNumber(register, locale)}</span>
          </span>
        )}
        <span aria-hidden="true">
          <Verdict state={official === null ? "none" : matches ? "match" : "difference"}>{verdict}</Verdict>
        </span>
      </div>
      {children && <div className="text-ink-2 text-xs">{children}</div>}
    </div>
  );
}

/** Drawn, because the font has no ≠ and a fallback font would look different. */
function Sign({ equal, large }: { equal: boolean; large: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      className={classes(large ? "size-5" : "size-3.5", equal ? "text-good" : "text-warn")}
    >
      <path d={equal ? "M2 7h16M2 13h16" : "M2 7h16M2 13h16M14 2 6 18"} />
    </svg>
  );
}

function Verdict({ state, children }: { state: "match" | "difference" | "none"; children: string }) {
  if (state === "none") return <span className="text-ink-2 text-xs">{children}</span>;
  if (state === "match") {
    return (
      <Tag tone="good">
        <Check className="size-3.5" />
        <span>{children}</span>
      </Tag>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 rounded-md border border-warn-line bg-warn-bg px-2 font-medium text-warn text-xs">
      <TriangleAlert className="size-3.5" />
      <span>{children}</span>
    </span>
  );
}
