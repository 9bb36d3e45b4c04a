/** The part of a refusal that concerns versions. */
export type Refused = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly current: Readonly<Record<string, string>> | null;
};

/** Fields with the version of a row that the form was filled from. */
export const isVersion = (name: string): boolean => name === "version" || name === "activityVersion";

/**
 * The version that the form sends. Text from a refusal or an unsaved copy is based on the version
 * of that time: sent with the current version it would silently overwrite what somebody else saved
 * meanwhile. Only a conflict that shows both versions moves it on.
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
