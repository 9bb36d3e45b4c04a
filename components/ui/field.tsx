import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classes } from "./classes";
import { controlClasses, describedBy, type FieldProps, largeControlClasses } from "./control";
import { TriangleAlert } from "./icons";

type ShellProps = Omit<FieldProps, "name" | "id"> & { id: string; children: ReactNode };

/** Label above, then control, hint and error in one column, because Lao labels are long. */
export function Field({ id, label, hint, error, required, className, children }: ShellProps) {
  return (
    <div className={classes("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        <span>{label}</span>
        {required && <span className="ml-2 font-normal text-ink-2 text-xs">{required}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-2 text-xs">
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The error message of a field. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-bad text-xs">
      <TriangleAlert aria-hidden className="mt-[0.2em] size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

type TextProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps> & { suffix?: ReactNode; large?: boolean };

/** A single-line field; `suffix` is a unit inside it, such as "%". */
export function TextField({
  name,
  label,
  id = name,
  hint,
  error,
  required,
  className,
  suffix,
  large = false,
  ...rest
}: TextProps) {
  const input = (
    <input
      type="text"
      {...rest}
      {...describedBy(id, hint, error)}
      id={id}
      name={name}
      required={Boolean(required)}
      className={classes(large ? largeControlClasses : controlClasses, suffix !== undefined && "pr-9")}
    />
  );
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={className}>
      {suffix === undefined ? (
        input
      ) : (
        <span className="relative block">
          {input}
          <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-2">
            {suffix}
          </span>
        </span>
      )}
    </Field>
  );
}

/** A calendar day, `YYYY-MM-DD` in and out; the browser shows it in its own format. */
export function DayField(props: Omit<TextProps, "type" | "suffix">) {
  return <TextField {...props} type="date" />;
}

type AreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps>;

/** Multi-line text; grows with its content if the browser supports it. */
export function TextAreaField({ name, label, id = name, hint, error, required, className, ...rest }: AreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={className}>
      <textarea
        rows={4}
        {...rest}
        {...describedBy(id, hint, error)}
        id={id}
        name={name}
        required={Boolean(required)}
        className={classes(controlClasses, "field-sizing-content leading-running")}
      />
    </Field>
  );
}

/** One option of a list. */
export type Option = { value: string; label: string; lang?: string };

type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps> & {
    options: readonly Option[];
    /** The empty first option, such as "Choose…". */
    placeholder?: string;
  };

/** A native select. */
export function SelectField({
  name,
  label,
  id = name,
  hint,
  error,
  required,
  className,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={className}>
      <select
        {...rest}
        {...describedBy(id, hint, error)}
        id={id}
        name={name}
        required={Boolean(required)}
        className={controlClasses}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
