import { classes } from "./classes";

type Props = {
  /** ISO 3166 two-letter code. */
  code: string;
  /** True for the reader's own state, which is filled. */
  own?: boolean;
  /** Set if the name is not beside the code. */
  name?: string;
  className?: string;
};

/** A member state as its ISO code. No flags. */
export function StateCode({ code, own = false, name, className }: Props) {
  return (
    <span
      title={name}
      data-filled={own || undefined}
      className={classes(
        "inline-flex min-w-[1.875rem] shrink-0 items-center justify-center rounded-sm px-1.5 font-semibold text-mini",
        own ? "bg-accent text-on-accent" : "bg-sunken text-ink-2",
        className,
      )}
    >
      {name ? (
        <>
          <span aria-hidden>{code}</span>
          <span className="sr-only">{name}</span>
        </>
      ) : (
        code
      )}
    </span>
  );
}
