import type { fieldsOf } from "@/components/form/fields-of";
import type { ActionForm } from "@/components/form/use-action-form";
import { CheckField } from "@/components/ui/choices";
import { DayField, type Option, SelectField, TextField } from "@/components/ui/field";
import type { ReferenceField } from "../kinds";

type Props = {
  field: ReferenceField;
  form: ActionForm;
  fieldOf: ReturnType<typeof fieldsOf>;
  options: readonly Option[];
  labels: Readonly<Record<"choose" | "notSet", string>>;
};

/** The control of one declared field. */
export function ReferenceFieldControl({ field, form, fieldOf, options, labels }: Props) {
  const props = fieldOf(field.name);
  switch (field.type) {
    case "day":
      return <DayField {...props} />;
    case "check":
      return (
        <CheckField
          name={field.name}
          label={props.label}
          defaultChecked={form.textOf(field.name) === "on"}
          className="sm:col-span-2"
        />
      );
    case "choice":
    case "row":
      return (
        <SelectField {...props} options={options} placeholder={field.isRequired ? labels.choose : labels.notSet} />
      );
    case "whole":
      return <TextField {...props} inputMode="numeric" maxLength={4} />;
    case "code":
      return <TextField {...props} maxLength={field.max} translate="no" />;
    case "text":
      return <TextField {...props} maxLength={field.max} lang={field.lang} />;
  }
}
