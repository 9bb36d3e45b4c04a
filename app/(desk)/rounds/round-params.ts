import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";

/**
 * For whom rounds are none of their business, these pages are not there; nor for whom a row is
 * none.
 */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && (error.code === "FORBIDDEN" || error.code === "NOT_FOUND")) notFound();
  throw error;
}

/** The title of a round's meeting in the reader's language, or in English. */
export function meetingTitle(meeting: { titleEn: string; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
}
