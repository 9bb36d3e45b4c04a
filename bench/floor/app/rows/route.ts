import { firstRows } from "../first-rows";

/** The same rows as JSON. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await firstRows(new URL(request.url).searchParams));
}
