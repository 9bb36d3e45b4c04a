import { getTranslations } from "next-intl/server";
import { stripJoiners } from "./lao-words";

/**
 * The messages for the title of a page, which browsers copy into bookmarks, links and messages:
 * without the joiners of what is drawn.
 */
export const titleTranslations = (async (namespace: never) => {
  const t = await getTranslations(namespace);
  return (...given: Parameters<typeof t>) => stripJoiners(t(...given));
}) as unknown as typeof getTranslations;
