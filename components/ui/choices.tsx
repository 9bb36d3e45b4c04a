import type { InputHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes";
import { describedBy, type FieldProps } from "./control";
import { FieldError } from "./field";
import { Lock } from "./icons";

/**
 * One card of a radio group. With `lockedReason` it is dashed and disabled, and the hint gives the
 * reason.
 */
export type Card = {
  value: string;
  label: string;
  glyph?: ReactNode;
  locked?: boolean;
  /** The code of the key that chooses it, such as `Digit1`, where the page has single keys. */
  shortcut?: string;
};

type RadioProps = FieldProps & { cards: readonly Card[]; defaultValue?: string; form?: string; columns?: 2 | 3 };

/** Few choices, all visible: native radio buttons drawn as cards. */
export function RadioCards({
  name,
  label,
  id = name,
  hint,
  error,
  required,
  className,
  cards,
  defaultValue,
  form,
  columns = 2,
}: RadioProps) {
  return (
    <fieldset id={id} className={classes("flex flex-col gap-1", className)} {...describedBy(id, hint, error)}>
      <legend className="mb-1 font-medium text-sm">
        <span>{label}</span>
        {required && <span className="ml-2 font-normal text-ink-2 text-xs">{required}</span>}
      </legend>
      <div className={classes("grid grid-cols-2 gap-1.5", columns === 3 && "sm:grid-cols-3")}>
        {cards.map((card) => (
          <RadioCard
            key={card.value}
            card={card}
            name={name}
            form={form}
            checked={card.value === defaultValue}
            required={Boolean(required)}
          />
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-2 text-xs">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

type CardProps = { card: Card; name: string; form?: string; checked: boolean; required: boolean };

function RadioCard({ card, name, form, checked, required }: CardProps) {
  return (
    <label
      className={classes(
        "flex min-h-8.5 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-sm max-sm:min-h-10",
        "has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent",
        "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        card.locked ? "border-dashed text-ink-3" : "hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name={name}
        value={card.value}
        data-key={card.shortcut}
        form={form}
        defaultChecked={checked}
        disabled={card.locked}
        required={required}
        className="sr-only"
      />
      {card.glyph}
      <span className="min-w-0 flex-1">{card.label}</span>
      {card.locked && <Lock aria-hidden className="size-3.5 shrink-0" />}
    </label>
  );
}

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { label: ReactNode; count?: string };

/**
 * A check box whose label is part of its target. `count` is at the end of the row, as in a filter.
 */
export function CheckField({ label, count, className, ...rest }: CheckProps) {
  return (
    <label
      className={classes(
        "flex min-h-7 items-center gap-2 rounded-md px-1.5 text-sm hover:bg-hover max-sm:min-h-10",
        className,
      )}
    >
      <input type="checkbox" {...rest} className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{label}</span>
      {count !== undefined && <span className="text-ink-2 text-xs">{count}</span>}
    </label>
  );
}
