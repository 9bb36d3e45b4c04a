import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink, buttonClasses } from "./button";
import { classes } from "./classes";
import { ChevronLeft, ChevronRight } from "./icons";

type Step = { href: Route | null; label: string };

type Props = {
  /** The name of the landmark: "Pages". */
  label: string;
  /** "1–25 of 27". */
  range: string;
  /** "Page 1 of 2". */
  page: string;
  previous: Step;
  next: Step;
  /** A choice of page sizes. */
  sizes?: ReactNode;
  className?: string;
};

/** The position in the list, and links to other pages. */
export function Pager({ label, range, page, previous, next, sizes, className }: Props) {
  return (
    <nav
      aria-label={label}
      className={classes("flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-2 text-sm print:hidden", className)}
    >
      <span>{range}</span>
      {sizes}
      <span className="ml-auto flex items-center gap-2.5">
        <PagerStep step={previous} rel="prev" icon={<ChevronLeft aria-hidden className="size-4" />} />
        <span>{page}</span>
        <PagerStep step={next} rel="next" icon={<ChevronRight aria-hidden className="size-4" />} />
      </span>
    </nav>
  );
}

function PagerStep({ step, rel, icon }: { step: Step; rel: string; icon: ReactNode }) {
  if (step.href) return <ButtonLink href={step.href} iconOnly icon={icon} rel={rel} aria-label={step.label} />;
  return (
    <span
      aria-hidden="true"
      className={classes(buttonClasses("secondary", true), "pointer-events-none border-line text-ink-3")}
    >
      {icon}
    </span>
  );
}
