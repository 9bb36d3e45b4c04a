import { isBlank } from "@/domain/lao-text";

type Values = Readonly<Record<string, string | string[]>>;

const settled = /^do\.(\d+)$/;

/**
 * The fields of a confirmed preview as input of its command: for each entry `do.12`, `version.12`,
 * `reason.12`, `into.12` and `by.12`. `reasonForAll` is the reason of those without one of their
 * own.
 */
export function carryOverFields(values: Values) {
  const of = (name: string) => values[name] ?? "";
  const entries = Object.keys(values).flatMap((name) => {
    const id = settled.exec(name)?.[1];
    if (!id) return [];
    const version = of(`version.${id}`);
    return [
      {
        entryId: id,
        version,
        action: of(name),
        // An own reason that shows nothing is none.
        reason: isBlank(String(of(`reason.${id}`))) ? of("reasonForAll") : of(`reason.${id}`),
        into: of(`into.${id}`),
        by: of(`by.${id}`),
      },
    ];
  });
  return { planId: of("planId"), toPlanId: of("toPlanId"), entries };
}
