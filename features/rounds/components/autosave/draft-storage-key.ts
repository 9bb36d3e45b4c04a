/** Under which name the words of a draft are kept on the device. */
export const keptName = (draftId: number | string): string => `round-draft:${draftId}`;
