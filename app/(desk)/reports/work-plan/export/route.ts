import { workPlanMatrix } from "@/features/reports/documents/work-plan/document";

/** The work plan matrix as a file. */
export function GET(request: Request): Promise<Response> {
  return workPlanMatrix.download(request);
}
