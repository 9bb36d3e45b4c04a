import { outstandingReports } from "@/features/reports/documents/outstanding-reports/document";

/** The outstanding reports of a plan as a file. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return outstandingReports.download(request, params);
}
