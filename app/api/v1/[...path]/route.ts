import { answerApi } from "@/server/api/answer";
import { endpoints } from "../endpoints/all";

const answer = (request: Request): Promise<Response> => answerApi(request, endpoints);

export { answer as DELETE, answer as GET, answer as HEAD, answer as POST, answer as PUT };
