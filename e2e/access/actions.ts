import { readFileSync } from "node:fs";
import path from "node:path";
import { type Answer, type Asking, send } from "../support/http";
import { root, type TestSite } from "../support/server";

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

export type ServerAction = {
  id: string;
  /** Slice and name, such as `activities/report`. */
  name: string;
};

/** Every server action of the build, from the manifest that Next uses to find them. */
export function serverActions(): ServerAction[] {
  const text = readFileSync(path.join(root, ".next", "server", "server-reference-manifest.json"), "utf8");
  const { node } = JSON.parse(text) as Manifest;
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({
    id,
    name: `${/features\/(\w+)\//.exec(filename)?.[1] ?? filename}/${exportedName}`,
  }));
}

export type Fields = Record<string, string | File | readonly string[]>;

/** The id by which the action is called. */
export function actionId(name: string): string {
  const found = serverActions().find((action) => action.name === name);
  if (!found) throw new Error(`no server action ${name}`);
  return found.id;
}

/** Actions whose only argument is the form; all others take the form's state first. */
const plainForms = /^(users\/(signOut|signOutAll|setLocale|signInAsSample)|settings\/(setTheme|setSingleKeys))$/;

/**
 * Calls an action as the page's script does: Next-Action and React's encoding of the arguments
 * (`$K1` is a form whose fields begin with `_1_`).
 */
export function callAction(
  site: TestSite,
  page: string,
  name: string,
  fields: Fields,
  asking: Asking = {},
): Promise<Answer> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(`_1_${field}`, one as string);
  }
  body.append("0", plainForms.test(name) ? '["$K1"]' : '[null,"$K1"]');
  const headers = { "next-action": actionId(name), accept: "text/x-component", ...asking.headers };
  return send(site, page, { method: "POST", body, ...asking, headers });
}
