import { countryProgress } from "@/features/reports/documents/country-progress/document";

/** The country progress report as a file. */
export function GET(request: Request): Promise<Response> {
  return countryProgress.download(request);
}
