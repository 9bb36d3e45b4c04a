type Sent = { intent?: string | string[]; drafts?: string | string[] };

/**
 * True if a draft's check box is ticked. At first, those that can be accepted. After a refusal,
 * those that were ticked before, except ones that were to be accepted and cannot be, so that
 * pressing again accepts the others.
 * @param value `id:version`: a draft saved since has another version and is not ticked
 * @param sent content of the refused form; null before
 */
export function isSelected({ value, isPossible }: { value: string; isPossible: boolean }, sent: Sent | null): boolean {
  if (sent === null) return isPossible;
  const wasSelected = [sent.drafts ?? []].flat().includes(value);
  return wasSelected && (isPossible || sent.intent !== "accept");
}
