import { randomBytes } from "node:crypto";
import { deadlineCases } from "./action-cases-deadlines";
import { entryCases } from "./action-cases-entries";
import { meetingCases } from "./action-cases-meetings";
import { partnerCases } from "./action-cases-partners";
import { planCases } from "./action-cases-plans";
import { proposalCases } from "./action-cases-proposals";
import { roundCases } from "./action-cases-rounds";
import {
  admins,
  type Case,
  cycleFields,
  everyone,
  foreignView,
  heads,
  homeFields,
  keyOf,
  newLink,
  newUser,
  openSessionOf,
  signedIn,
  signInFields,
  silenceFields,
} from "./action-grounds";
import { samplePassword } from "./server";

/** Not the caller's own: to everybody who is signed in it does not exist. */
const foreign = "401 404 404 404 404 404 404";

/** Every server action with what it answers to whom. One that is not here fails `access.spec.ts`. */
export const actionCases: Record<string, Case[]> = {
  ...entryCases,
  ...proposalCases,
  ...roundCases,
  ...meetingCases,
  ...partnerCases,
  ...deadlineCases,
  "activities/saveAs": [
    {
      what: "a view of one's own",
      page: "/activities",
      fields: async () => ({ fields: { name: `View ${randomBytes(6).toString("hex")}`, query: "status=ongoing" } }),
      answers: signedIn,
      done: /view=\d+/,
    },
  ],
  "activities/saveChanges": [
    { what: "another person's shared view", page: "/activities", fields: foreignView({ query: "" }), answers: foreign },
  ],
  "activities/rename": [
    {
      what: "another person's shared view",
      page: "/activities",
      fields: foreignView({ name: "Mine" }),
      answers: foreign,
    },
  ],
  "activities/forget": [
    { what: "another person's shared view", page: "/activities", fields: foreignView({}), answers: foreign },
  ],
  "activities/openWith": [
    { what: "no view", page: "/activities", fields: async () => ({ fields: { viewId: "" } }), answers: signedIn },
  ],
  ...planCases,
  "users/add": [
    {
      what: "a new person",
      page: "/admin/users/new",
      fields: async () => ({
        fields: { email: `new.${randomBytes(6).toString("hex")}@test.example`, name: "New", role: "viewer", state: "" },
      }),
      answers: admins,
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
      answers: admins,
      done: /saved=1/,
    },
  ],
  "users/renew": [
    {
      what: "another person's link",
      page: "/admin/users/1",
      fields: async (site) => ({ fields: { userId: String(await newUser(site)) } }),
      answers: admins,
      done: /invite/,
    },
  ],
  "users/makeKey": [
    {
      what: "a key of one's own",
      page: "/settings/keys",
      fields: async () => ({ fields: { name: "A script", scope: "read", days: "30" } }),
      answers: signedIn,
      done: /aat_/,
    },
  ],
  "users/revokeKey": [
    {
      what: "another person's key",
      page: "/settings/keys",
      fields: async (site) => ({ fields: { tokenId: String(await keyOf(site, await newUser(site))) } }),
      answers: foreign,
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
      answers: admins,
      done: /saved=1/,
    },
  ],
  "users/endOne": [
    {
      what: "another person's session",
      page: "/settings/account",
      fields: async (site) => ({ fields: { sessionId: String(await openSessionOf(site, await newUser(site))) } }),
      answers: foreign,
    },
  ],
  "users/signOutAll": [
    {
      what: "one's own sessions",
      page: "/settings/account",
      fields: async () => ({ fields: {} }),
      answers: "200 done done done done done done",
    },
  ],
  "users/changeOwnPassword": [
    {
      what: "a sample account's, which is everybody's",
      page: "/settings/account",
      fields: async () => ({
        fields: { present: samplePassword, password: "two blue umbrellas", repeat: "two blue umbrellas" },
      }),
      answers: "401 200 200 200 200 200 200",
    },
  ],
  "users/askForLink": [
    {
      what: "where no mail can be sent",
      page: "/forgotten",
      fields: async () => ({ fields: { email: "viewer@sample.example" } }),
      answers: "404 404 404 404 404 404 404",
    },
  ],
  "users/setPassword": [
    {
      what: "through an open link, which is the right by itself",
      page: "/invite/link",
      fields: async (site) => ({
        fields: { token: await newLink(site), password: "two blue umbrellas", repeat: "two blue umbrellas" },
      }),
      answers: everyone,
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
      answers: "200 200 200 200 200 200 200",
    },
  ],
  "users/signIn": [
    { what: "the right password", page: "/sign-in", fields: signInFields, answers: everyone, done: /^\/;/ },
    {
      what: "a wrong one",
      page: "/sign-in",
      fields: async () => ({ fields: { email: "viewer@sample.example", password: "not the password" } }),
      answers: "200 200 200 200 200 200 200",
    },
  ],
  "users/signInAsSample": [
    { what: "the right password", page: "/sign-in", fields: signInFields, answers: everyone, done: /^\/;/ },
  ],
  "users/signOut": [
    // For nobody it only leads to the sign-in page.
    {
      what: "one's own session",
      page: "/activities",
      fields: async () => ({ fields: {} }),
      answers: "200 done done done done done done",
    },
  ],
  "users/setLocale": [
    {
      what: "one's own language",
      page: "/activities",
      fields: async () => ({ fields: { locale: "lo" } }),
      answers: "200 done done done done done done",
    },
    {
      what: "a language that is none here",
      page: "/activities",
      fields: async () => ({ fields: { locale: "xx" } }),
      answers: "403 403 403 403 403 403 403",
    },
  ],
  "settings/setTheme": [
    {
      what: "one's own colours",
      page: "/settings",
      fields: async () => ({ fields: { theme: "dark" } }),
      answers: signedIn,
    },
  ],
  "settings/setSingleKeys": [
    {
      what: "one's own keys",
      page: "/settings",
      fields: async () => ({ fields: { singleKeys: "on" } }),
      answers: signedIn,
    },
  ],
  "settings/removeSampleRegister": [
    {
      what: "the sample, by accounts that are part of it",
      page: "/settings",
      fields: async () => ({ fields: { known: "on" } }),
      answers: "401 200 403 403 403 403 403",
    },
  ],
  "overview/saveCycle": [
    {
      what: "the current cycle",
      page: "/settings",
      fields: cycleFields,
      answers: heads,
      done: /saved=cycle/,
    },
  ],
  "overview/saveSilence": [
    {
      what: "after how many days silence asks for attention",
      page: "/settings",
      fields: silenceFields,
      answers: heads,
      done: /saved=silence/,
    },
  ],
  "reports/saveHome": [
    {
      what: "the head of official papers",
      page: "/reports/settings",
      fields: homeFields,
      answers: admins,
      done: /saved=settings/,
    },
  ],
};
