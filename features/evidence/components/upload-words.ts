import { getTranslations } from "next-intl/server";
import { evidenceLimit, namedExtensions } from "@/domain/evidence";

/** Which files may be chosen, and what is said of one that is too large. */
export async function uploadWords(): Promise<{ fileHint: string; tooLarge: string }> {
  const t = await getTranslations("evidence");
  const errors = await getTranslations("errors");
  const types = namedExtensions.join(", ").toUpperCase();
  const max = evidenceLimit / 1024 / 1024;
  return { fileHint: t("fileHint", { types, max }), tooLarge: errors("FILE_TOO_LARGE", { max }) };
}
