import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/domain/errors";
import { env } from "@/env";
import { log } from "../observability/log";
import { clientAddress } from "../request/client-address";
import { isHttps } from "../request/origins";
import { sessionCookieName } from "./session-cookie";
import { verifySignIn } from "./verify-sign-in";

/**
 * Only this file and session-cookie.ts use next-auth. Its cookie (an encrypted JWT) carries nothing
 * but the secret of a session row.
 */
class Refused extends CredentialsSignin {
  constructor(readonly reason: AppError) {
    super(reason.code);
    this.code = reason.code;
  }
}

const nextAuth = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  // next-auth makes addresses from the Host header; the gate has checked that it is ours.
  trustHost: true,
  pages: { signIn: "/sign-in" },
  session: { strategy: "jwt", maxAge: env().SESSION_MAX_S },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() },
    },
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async ({ email, password }, request) => {
        if (typeof email !== "string" || typeof password !== "string") return null;
        try {
          const { headers } = request;
          const sid = await verifySignIn({
            email,
            password,
            address: clientAddress(headers),
            userAgent: headers.get("user-agent"),
            requestId: headers.get("x-request-id") ?? undefined,
          });
          return { id: "session", sid };
        } catch (error) {
          if (error instanceof AppError) throw new Refused(error);
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user && "sid" in user ? { sid: user.sid } : { sid: token.sid }),
    session: ({ session, token }) => Object.assign(session, { sid: token.sid }),
  },
  // next-auth prints a stack for every wrong password; one line is enough, as the refusal is
  // answered anyway.
  logger: {
    error: (error) =>
      error instanceof CredentialsSignin ? undefined : log().error({ event: "auth_error", name: error.name }),
    warn: () => undefined,
    debug: () => undefined,
  },
}));

/**
 * The secret in this request's session cookie, if the cookie is ours and unexpired. It proves
 * nothing by itself.
 */
export async function sessionSecret(): Promise<string | null> {
  const session: unknown = await nextAuth.auth();
  const sid = typeof session === "object" && session !== null && "sid" in session ? session.sid : null;
  return typeof sid === "string" ? sid : null;
}

/**
 * Signs in and sets the cookie; to be called from a server action.
 * @throws AppError SIGN_IN_FAILED, TOO_MANY_ATTEMPTS or UNAVAILABLE
 */
export async function signInWithPassword(email: string, password: string): Promise<void> {
  try {
    await nextAuth.signIn("credentials", { email, password, redirect: false });
  } catch (error) {
    if (error instanceof Refused) throw error.reason;
    const cause: unknown = error instanceof Error ? (error.cause as { err?: unknown } | undefined)?.err : undefined;
    if (cause instanceof Refused) throw cause.reason;
    if (error instanceof CredentialsSignin) throw new AppError("SIGN_IN_FAILED");
    throw error;
  }
}

/** Clears the cookie. The caller ends the session row. */
export async function clearSessionCookie(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
}
