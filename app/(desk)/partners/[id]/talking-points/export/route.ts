import { talkingPoints } from "@/features/reports/documents/talking-points/document";

/** The talking points for a session with a partner as a file. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return talkingPoints.download(request, params);
}
