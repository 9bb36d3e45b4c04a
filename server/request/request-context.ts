import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { againIfCut, database } from "@/db/client";
import { AppError } from "@/domain/errors";
import { sessionSecret } from "../auth/auth";
import { readSession, type SignedIn } from "../auth/sessions";
import { type Context, systemContext } from "../context";
import { fromDatabaseError } from "../database/database-error";
import { lookBack } from "../past/as-of";
import { noteRights } from "../sending/still-may";
import { clientAddress } from "./client-address";
import { requestStore, storeActor } from "./request-store";

/** Who is signed in, read from the database once per request; null when nobody is. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const noted = requestStore()?.person;
  const person = noted === undefined ? await readPerson() : noted;
  if (person) storeActor(person.actor.userId);
  return person;
});

async function readPerson(): Promise<SignedIn | null> {
  const secret = await sessionSecret();
  if (!secret) return null;
  try {
    return await againIfCut(database(), () => readSession(database(), secret));
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

/**
 * The context of a page, action or route.
 * @throws AppError UNAUTHENTICATED when nobody is signed in
 */
export const requestContext = cache(async (): Promise<Context> => contextOf(await currentPerson()));

/**
 * The context of what has waited since the request began: the person is read anew, whatever is kept
 * of them for this request.
 * @throws AppError UNAUTHENTICATED when they are no longer signed in
 */
export async function freshContext(): Promise<Context> {
  const person = await readPerson();
  const store = requestStore();
  if (store) store.person = person;
  return contextOf(person);
}

async function contextOf(person: SignedIn | null): Promise<Context> {
  if (!person) throw new AppError("UNAUTHENTICATED");
  const incoming = await headers();
  const context = {
    db: database(),
    actor: person.actor,
    proof: { by: "session" as const, id: person.sessionId, readAt: person.readAt },
    account: person,
    locale: await getLocale(),
    requestId: incoming.get("x-request-id") ?? "none",
    address: clientAddress(incoming),
    now: new Date(),
  };
  noteRights(context);
  const asOf = requestStore()?.asOf;
  return asOf ? lookBack(context, asOf).catch(toRefusal) : context;
}

function toRefusal(error: unknown): never {
  throw fromDatabaseError(error);
}

/**
 * The context of somebody who is not signed in, for the few acts whose right is a secret of their
 * own: a one-time link. The audit names the door, and the command the person.
 */
export async function visitorContext(door: string): Promise<Context> {
  const incoming = await headers();
  return {
    ...systemContext(database(), door),
    locale: await getLocale(),
    requestId: incoming.get("x-request-id") ?? "none",
    address: clientAddress(incoming),
  };
}

/**
 * The context of a page: a visitor who is not signed in is sent to the sign-in page and comes back
 * after.
 */
export async function pageContext(): Promise<Context> {
  const person = await currentPerson();
  if (!person) {
    const path = (await headers()).get("x-path") ?? "/";
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  return requestContext();
}
