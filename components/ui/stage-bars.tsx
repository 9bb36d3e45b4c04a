import { classes } from "./classes";

const bars = [0, 1, 2, 3, 4] as const;

type Props = {
  /** How many of the five bars are filled. */
  filled: number;
  /** `past` greys the bars of the stage before a change; `inherit` takes the colour of the text around. */
  tone?: "current" | "past" | "inherit";
  /** `large` for a page's ladder, `mark` for the product's sign. */
  size?: "normal" | "large" | "mark";
};

/** The glyph of the stage family: five bars, filled from the left. The word stands beside it, never inside. */
export function StageBars({ filled, tone = "current", size = "normal" }: Props) {
  const colour = { current: "text-accent", past: "text-ink-3", inherit: "" }[tone];
  const box = { normal: "h-[0.6875rem] w-[1.625rem]", large: "h-[1.0625rem] w-10", mark: "h-[0.625rem] w-[1.4375rem]" }[
    size
  ];
  return (
    <svg viewBox="0 0 26 11" aria-hidden="true" focusable="false" className={classes("shrink-0", box, colour)}>
      {bars.map((bar) =>
        bar < filled ? (
          <rect key={bar} x={bar * 5.4} width="4.2" height="11" rx="1" fill="currentColor" />
        ) : (
          <rect
            key={bar}
            x={bar * 5.4 + 0.5}
            y="0.5"
            width="3.2"
            height="10"
            rx="0.8"
            fill="none"
            stroke="currentColor"
            strokeOpacity="0.6"
          />
        ),
      )}
    </svg>
  );
}
