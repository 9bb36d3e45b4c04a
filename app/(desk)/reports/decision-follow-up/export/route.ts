import { decisionFollowUp } from "@/features/reports/documents/decision-follow-up/document";

/** The follow-up of decisions as a file. */
export function GET(request: Request): Promise<Response> {
  return decisionFollowUp.download(request);
}
