import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";

/**
 * For people without permission these pages answer 404, as for rows that do not exist or that they
 * may not see.
 */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && (error.code === "FORBIDDEN" || error.code === "NOT_FOUND")) notFound();
  throw error;
}

/** The title of a round's meeting in the reader's language, otherwise in English. */
export function meetingTitle(meeting: { titleEn: string; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
}
