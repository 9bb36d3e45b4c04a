import { classes } from "@/components/ui/classes";
import { Glyph } from "@/components/ui/glyphs";

/** The logo: stage bars in a rounded square. No emblem, no flag. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-filled
      className={classes(
        "inline-flex size-7.5 shrink-0 items-center justify-center rounded-lg bg-accent text-on-accent",
        className,
      )}
    >
      <Glyph name="bars_3" className="h-[0.625rem] w-[1.4375rem]" />
    </span>
  );
}
