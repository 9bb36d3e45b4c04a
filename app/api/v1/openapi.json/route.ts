import { openApi } from "@/server/api/openapi";
import { endpoints } from "../endpoints/all";

/** The description of the API, open to all: it holds nothing of the register. */
export function GET(): Response {
  return Response.json(openApi(endpoints));
}
