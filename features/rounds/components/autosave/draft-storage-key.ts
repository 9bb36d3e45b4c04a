/** Name under which the text of a draft is stored on the device. */
export const draftStorageKey = (draftId: number | string): string => `round-draft:${draftId}`;
