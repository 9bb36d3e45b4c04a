/** What a refused form got back, as far as versions go. */
export type Refused = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly current: Readonly<Record<string, string>> | null;
};

/** Fields that say which version of a row the form was filled from. */
export const isVersion = (name: string): boolean => name === "version" || name === "activityVersion";

/**
 * Which version the form says it was filled from. Text that comes back, from a refusal or a kept draft, was typed over the version of
 * then: sent with the row's present one it would overwrite what somebody else saved meanwhile, unseen. Only a conflict that shows both
 * moves it on.
 */
export function seenVersion(
  name: string,
  initial: Readonly<Record<string, string>>,
  refusal: Refused | null,
  draft: Readonly<Record<string, readonly string[]>> | null,
): string {
  const shown = refusal?.code === "CONFLICT" ? refusal.current?.[name] : undefined;
  const typedOver = shown ?? (refusal ? refusal.values[name] : draft?.[name]);
  return (typeof typedOver === "string" ? typedOver : typedOver?.[0]) ?? initial[name] ?? "";
}
