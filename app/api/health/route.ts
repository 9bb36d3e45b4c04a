/** The process lives. */
export function GET(): Response {
  return Response.json({ status: "up" });
}
