import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = {
  title: ReactNode;
  /** Language of the title, if it is not the reader's. */
  lang?: string;
  /** Code, state and badges above the title. */
  above?: ReactNode;
  /** Below the title: the other language, a sentence. */
  children?: ReactNode;
  actions?: ReactNode;
  /** `lg` for a page inside another page. */
  size?: "xl" | "lg";
  className?: string;
};

/** The head of a page: its only `h1`, and its actions. */
export function PageHeader({ title, lang, above, children, actions, size = "xl", className }: Props) {
  return (
    <header className={classes("flex flex-wrap items-start justify-between gap-x-4 gap-y-2.5", className)}>
      <div className="min-w-0 max-w-full flex-1 basis-80">
        {above && <div className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1.5">{above}</div>}
        <h1 lang={lang} className={classes("font-semibold", size === "xl" ? "text-xl" : "text-lg")}>
          {title}
        </h1>
        {children && <div className="text-ink-2 text-sm">{children}</div>}
      </div>
      {actions && <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
