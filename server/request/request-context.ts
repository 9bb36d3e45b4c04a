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

/** The signed-in person, read from the database once per request; null if nobody is signed in. */
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
 * @throws AppError UNAUTHENTICATED if nobody is signed in
 */
export const requestContext = cache(async (): Promise<Context> => contextOf(await currentPerson()));

/**
 * The context for work that has waited since the request began: the person is read again, ignoring
 * what is stored for this request.
 * @throws AppError UNAUTHENTICATED if they are no longer signed in
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
 * The context of a visitor who is not signed in, for the few acts authorised by a secret, such as a
 * one-time link. The audit row names the door; the command adds the person.
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
 * The context of a page. A visitor who is not signed in is redirected to the sign-in page and
 * returns afterwards.
 */
export async function pageContext(): Promise<Context> {
  const person = await currentPerson();
  if (!person) {
    const path = (await headers()).get("x-path") ?? "/";
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  return requestContext();
}
