type Sent = { intent?: string | string[]; drafts?: string | string[] };

/**
 * Is a draft's box ticked? At first where it can be accepted; after a refusal as it was sent, but
 * for what was to be accepted and cannot be: with the next press the others are.
 * @param value `id:version`: one that was saved anew meanwhile is not the one that was ticked
 * @param sent what the refused form held; null before
 */
export function isSelected({ value, isPossible }: { value: string; isPossible: boolean }, sent: Sent | null): boolean {
  if (sent === null) return isPossible;
  const wasSelected = [sent.drafts ?? []].flat().includes(value);
  return wasSelected && (isPossible || sent.intent !== "accept");
}
