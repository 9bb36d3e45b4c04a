type Line = { value: string; isPossible: boolean };
type Sent = { intent?: string | string[]; drafts?: string | string[] };

/**
 * True if a draft's check box is ticked. At first, those that can be accepted and that the person
 * has read. After a refusal,
 * those that were ticked before, except ones that were to be accepted and cannot be, so that
 * pressing again accepts the others.
 * @param value `id:version`: a draft saved since has another version and is not ticked
 * @param read the drafts that the person has opened, each as `id:version`
 * @param sent content of the refused form; null before
 */
export function isSelected({ value, isPossible }: Line, sent: Sent | null, read: readonly string[]): boolean {
  if (sent === null) return isPossible && read.includes(value);
  const wasSelected = [sent.drafts ?? []].flat().includes(value);
  return wasSelected && (isPossible || sent.intent !== "accept");
}
