import type { ReactNode } from "react";
import { CheckField } from "@/components/ui/choices";
import { classes } from "@/components/ui/classes";
import { FieldError, type Option } from "@/components/ui/field";

/** A titled section of a long form. */
export function FormGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3.5 rounded-xl border border-line bg-surface px-4 py-3 shadow-1">
      <h2 className="font-semibold text-md">{title}</h2>
      {children}
    </section>
  );
}

type ManyProps = {
  name: string;
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  error?: string;
  /** Short labels are shown in columns. */
  columns?: boolean;
};

/** A choice of several values as check boxes of the same name. */
export function ManyChoices({ name, label, options, chosen, error, columns = false }: ManyProps) {
  return (
    <fieldset id={name} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      <div className={classes(columns && "grid grid-cols-2 gap-x-3 sm:grid-cols-4")}>
        {options.map((option) => (
          <CheckField
            key={option.value}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            label={<span lang={option.lang}>{option.label}</span>}
          />
        ))}
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
