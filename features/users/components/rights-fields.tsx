import { type Option, SelectField } from "@/components/ui/field";

export type Names = Readonly<Record<string, string>>;

type FieldOf = (name: string) => {
  name: string;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  defaultValue: string;
};

type Props = { field: FieldOf; roles: readonly Option[]; states: readonly Option[]; noState: string };

/** The role and, for focal points, their member state. */
export function RightsFields({ field, roles, states, noState }: Props) {
  return (
    <>
      <SelectField {...field("role")} options={roles} />
      <SelectField {...field("state")} placeholder={noState} options={states} />
    </>
  );
}
