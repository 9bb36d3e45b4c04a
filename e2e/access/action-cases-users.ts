import { randomBytes } from "node:crypto";
import { ask } from "../support/database";
import { samplePassword } from "../support/server";
import { type Case, calendarOf, keyOf, newLink, newUser, openSessionOf, signInFields } from "./action-fixtures";

const keyFields = { name: "A script", scope: "read", days: "30" };

/**
 * The actions on accounts, sessions, keys and the sign-in, with the expected answer for each role.
 */
export const userCases: Record<string, Case[]> = {
  "users/add": [
    {
      what: "a new person",
      page: "/admin/users/new",
      fields: async () => ({
        fields: { email: `new.${randomBytes(6).toString("hex")}@test.example`, name: "New", role: "viewer", state: "" },
      }),
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /invite/,
    },
  ],
  "users/change": [
    {
      what: "another person's role",
      page: "/admin/users/1",
      fields: async (site) => ({
        fields: {
          userId: String(await newUser(site)),
          version: "1",
          name: "Renamed",
          role: "officer",
          state: "",
          access: "active",
        },
      }),
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /saved=1/,
    },
  ],
  "users/renew": [
    {
      what: "another person's link",
      page: "/admin/users/1",
      fields: async (site) => ({ fields: { userId: String(await newUser(site)) } }),
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /invite/,
    },
  ],
  "users/makeKey": [
    {
      what: "a key of one's own",
      page: "/settings/keys",
      fields: async () => ({ fields: { ...keyFields, present: samplePassword } }),
      answers: { nobody: 401, others: "done" },
      done: /aat_/,
    },
    {
      what: "with another password",
      page: "/settings/keys",
      fields: async () => ({ fields: { ...keyFields, present: "not the password" } }),
      answers: { nobody: 401, others: 200 },
    },
  ],
  "users/revokeKey": [
    {
      what: "another person's key",
      page: "/settings/keys",
      fields: async (site) => ({ fields: { tokenId: String(await keyOf(site, await newUser(site))) } }),
      answers: { nobody: 401, others: 404 },
    },
  ],
  "users/endAllOf": [
    {
      what: "another person's sessions",
      page: "/admin/users/1",
      fields: async (site) => {
        const userId = await newUser(site);
        await openSessionOf(site, userId);
        return { fields: { userId: String(userId) } };
      },
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /saved=all-ended/,
    },
  ],
  "users/endOthers": [
    {
      what: "all that another person has",
      page: "/admin/users/1",
      fields: async (site) => {
        const userId = await newUser(site);
        await calendarOf(site, userId);
        await keyOf(site, userId);
        return { fields: { userId: String(userId), what: "all" } };
      },
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /saved=access-ended/,
    },
    {
      what: "one key of them",
      page: "/admin/users/1",
      fields: async (site) => {
        const userId = await newUser(site);
        return { fields: { userId: String(userId), what: `key-${await keyOf(site, userId)}` } };
      },
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /saved=access-ended/,
    },
  ],
  "users/endOwn": [
    {
      what: "one's own keys and calendar addresses",
      page: "/settings/account",
      fields: async (site) => {
        for (const { id } of await ask<{ id: number }>(site, "select id::int from users where is_sample"))
          await keyOf(site, id);
        return { fields: {} };
      },
      answers: { nobody: 401, others: "done" },
      done: /saved=access/,
    },
  ],
  "users/endOne": [
    {
      what: "another person's session",
      page: "/settings/account",
      fields: async (site) => ({ fields: { sessionId: String(await openSessionOf(site, await newUser(site))) } }),
      answers: { nobody: 401, others: 404 },
    },
  ],
  "users/signOutAll": [
    {
      what: "one's own sessions",
      page: "/settings/account",
      fields: async () => ({ fields: {} }),
      answers: { nobody: 200, others: "done" },
      done: /signedOut=everywhere/,
    },
  ],
  "users/changeOwnPassword": [
    {
      what: "a sample account's, which is everybody's",
      page: "/settings/account",
      fields: async () => ({
        fields: { present: samplePassword, password: "two blue umbrellas", repeat: "two blue umbrellas" },
      }),
      answers: { nobody: 401, others: 200 },
    },
  ],
  "users/askForLink": [
    {
      what: "where no mail can be sent",
      page: "/forgotten",
      fields: async () => ({ fields: { email: "viewer@sample.example" } }),
      answers: { nobody: 404, others: 404 },
    },
  ],
  "users/makeFirstAdmin": [
    {
      what: "on a site that has accounts",
      page: "/setup/secret",
      fields: async () => ({
        fields: { token: randomBytes(32).toString("base64url"), name: "Nobody", email: "nobody@ministry.example" },
      }),
      answers: { nobody: 200, others: 200 },
    },
  ],
  "users/setPassword": [
    {
      what: "through an open link, which is the right by itself",
      page: "/invite/link",
      fields: async (site) => ({
        fields: { token: await newLink(site), password: "two blue umbrellas", repeat: "two blue umbrellas" },
      }),
      answers: { nobody: "done", others: "done" },
      done: /passwordSet/,
    },
    {
      what: "through a link that is none",
      page: "/invite/link",
      fields: async () => ({
        fields: {
          token: randomBytes(32).toString("base64url"),
          password: "two blue umbrellas",
          repeat: "two blue umbrellas",
        },
      }),
      answers: { nobody: 200, others: 200 },
    },
  ],
  "users/signIn": [
    {
      what: "the right password",
      page: "/sign-in",
      fields: signInFields,
      answers: { nobody: "done", others: "done" },
      done: /^\/;/,
    },
    {
      what: "a wrong one",
      page: "/sign-in",
      fields: async () => ({ fields: { email: "viewer@sample.example", password: "not the password" } }),
      answers: { nobody: 200, others: 200 },
    },
  ],
  "users/signInAsSample": [
    {
      what: "the right password",
      page: "/sign-in",
      fields: signInFields,
      answers: { nobody: "done", others: "done" },
      done: /^\/;/,
    },
  ],
  "users/signOut": [
    // Without a session it only redirects to the sign-in page.
    {
      what: "one's own session",
      page: "/activities",
      fields: async () => ({ fields: {} }),
      answers: { nobody: 200, others: "done" },
    },
  ],
  "users/setLocale": [
    {
      what: "one's own language",
      page: "/activities",
      fields: async () => ({ fields: { locale: "lo" } }),
      answers: { nobody: 200, others: "done" },
    },
    {
      what: "a language that is none here",
      page: "/activities",
      fields: async () => ({ fields: { locale: "xx" } }),
      answers: { nobody: 403, others: 403 },
    },
  ],
};
