import "server-only";
import { createHash } from "node:crypto";
import { hostname } from "node:os";
import path from "node:path";
import { env } from "@/env";

/**
 * The name of the database in anchors. It comes from the operator's configuration, so it cannot be
 * changed from within the database.
 */
type OfDatabase = { readonly database: string };
/** A folder in which each process has its own file. */
export type AnchorFolder = OfDatabase & { readonly kind: "folder"; readonly folder: string; readonly instance: string };
/** The single file that AUDIT_ANCHOR_FILE names. */
export type AnchorFile = OfDatabase & { readonly kind: "file"; readonly file: string };
export type AnchorPlace = AnchorFolder | AnchorFile;

/**
 * The places where this process stores the end of the audit log outside the database.
 * @param role commands share one file, separate from that of the running site
 */
export function anchorPlaces(role: "site" | "command"): AnchorPlace[] {
  const { DATA_DIR, AUDIT_ANCHOR_FILE, PORT } = env();
  const database = databaseName();
  const places: AnchorPlace[] = [];
  if (DATA_DIR) {
    const instance = `${hostname()}-${role === "site" ? PORT : role}`;
    places.push({ kind: "folder", folder: path.join(DATA_DIR, "audit-anchors"), instance, database });
  }
  if (AUDIT_ANCHOR_FILE) places.push({ kind: "file", file: AUDIT_ANCHOR_FILE, database });
  return places;
}

/**
 * The file of this place for a log. Two databases that use one folder in turn have different files.
 */
export function fileIn(place: AnchorPlace, log: string): string {
  if (place.kind === "file") return place.file;
  const which = createHash("sha256").update(`${place.database} ${log}`).digest("hex").slice(0, 8);
  const instance = place.instance.replace(/[^A-Za-z0-9.-]/g, "-").slice(0, 100);
  return path.join(place.folder, `${instance}-${which}.json`);
}

/** The name shown to people. */
export function placeName(place: AnchorPlace): string {
  return place.kind === "file" ? "AUDIT_ANCHOR_FILE" : "data folder";
}

/**
 * Without user and password. The bundled PostgreSQL uses another port at each start, so it is named
 * by its folder.
 */
function databaseName(): string {
  const { DATABASE_URL, DATA_DIR, EMBEDDED_DATABASE } = env();
  const { host, pathname, searchParams } = new URL(DATABASE_URL);
  if (EMBEDDED_DATABASE && DATA_DIR) return `bundled in ${DATA_DIR}`;
  return `${host || (searchParams.get("host") ?? "")}${pathname}`;
}
