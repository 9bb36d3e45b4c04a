/** Under which name the words of a draft are kept on the device. */
export const draftStorageKey = (draftId: number | string): string => `round-draft:${draftId}`;
