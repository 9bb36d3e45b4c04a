import { yearlyProgress } from "@/features/reports/documents/yearly-progress/document";

/** The yearly progress as a file. */
export function GET(request: Request): Promise<Response> {
  return yearlyProgress.download(request);
}
