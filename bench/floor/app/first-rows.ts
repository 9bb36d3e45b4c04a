import { database } from "@/db/client";
import { activitiesAddress } from "@/features/activities/list-address";
import { type ActivityPage, listActivities } from "@/features/activities/server/list-activities";
import { systemContext } from "@/server/context";

/** The rows of the site's own table at this address: the same query with its count. */
export function firstRows(params: URLSearchParams): Promise<ActivityPage> {
  return listActivities(systemContext(database(), "bench"), activitiesAddress.read(params));
}
