import { ask } from "../support/database";
import type { TestSite } from "../support/server";
import { mintSession } from "../support/session";
import { byLao, progress } from "./action-fixtures";
import { callAction } from "./actions";

/** The last act on a new entry of Lao PDR, which an officer has reported on twice. */
export async function officersAct(site: TestSite) {
  const { id } = await byLao(site);
  const session = await mintSession(site, "officer");
  for (const version of ["1", "2"]) {
    const fields = { entryId: String(id), version, ...progress };
    await callAction(site, `/activities/${id}/report`, "activities/report", fields, { session });
  }
  const [row] = await ask(site, "select max(id)::text as id from entry_versions where entry_id = $1", [id]);
  return { fields: { versionId: String(row?.id), entryId: String(id) }, ids: { ours: id } };
}

/** An officer's latest update of a new entry of Lao PDR. */
export async function officersUpdate(site: TestSite) {
  const { ids } = await officersAct(site);
  const [row] = await ask(
    site,
    "select max(u.id)::text as id, e.version::text from updates u join plan_entries e on e.id = u.entry_id where e.id = $1 group by e.id",
    [ids.ours],
  );
  const fields = { updateId: String(row?.id), entryId: String(ids.ours), version: String(row?.version) };
  return { fields: { ...fields, ...progress, textEn: "A third of it is done.", progress: "35" }, ids };
}
