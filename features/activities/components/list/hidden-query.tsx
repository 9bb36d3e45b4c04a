import { type ActivityListQuery, activitiesAddress } from "../../list-address";

type Props = { query: ActivityListQuery; without: readonly (keyof ActivityListQuery)[] };

/**
 * The rest of the list's address as hidden fields of a GET form, so that the form changes only its
 * own fields.
 */
export function HiddenQuery({ query, without }: Props) {
  const left: readonly string[] = ["page", "facet", "menu", "edit", ...without];
  const { searchParams } = new URL(activitiesAddress.href(query), "http://own.invalid");
  return [...searchParams]
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
