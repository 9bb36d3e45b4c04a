type Refused = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly current: Readonly<Record<string, string>> | null;
};

/** Fields that say which version of a row the form was filled from. */
export const isVersion = (name: string): boolean => name === "version" || name === "activityVersion";

/**
 * Which version the form says it was filled from. Text that comes back, from a refusal or a kept draft, was typed over the version of
 * then: sent with the row's present one it would overwrite what somebody else saved meanwhile, unseen. Only a conflict, which
 * shows both, moves it on.
 */
export function seenVersion(
  name: string,
  initial: Readonly<Record<string, string>>,
  refusal: Refused | null,
  draft: Readonly<Record<string, string[]>> | null,
): string {
  const present = initial[name] ?? "";
  if (refusal?.code === "CONFLICT") return refusal.current?.[name] ?? present;
  const typedOver = refusal ? refusal.values[name] : draft?.[name];
  return (typeof typedOver === "string" ? typedOver : typedOver?.[0]) ?? present;
}
