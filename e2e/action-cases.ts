import { createHash, randomBytes } from "node:crypto";
import type { Fields } from "./actions";
import { ask } from "./database";
import { addEntry, addOngoing, stateId } from "./entries";
import type { Ground } from "./routes";
import { samplePassword, type TestSite } from "./server";
import type { Person } from "./session";

export type Cell = { person: Person | null; answer: string };

type Case = {
  what: string;
  /** The page whose form it is; `{ours}` is the ground's row, or the case's own by `ids`. */
  page: string;
  /** Fresh rows and the form about them, for each call that is to be done. */
  fields: (site: TestSite, ground: Ground) => Promise<{ fields: Fields; ids?: Partial<Ground> }>;
  /**
   * For nobody, admin, manager, officer, the focal points of Lao PDR and Thailand, viewer: `done`, or the status of the
   * refusal. 200 is a refusal in words beneath the form.
   */
  answers: string;
  /** What the answer of a done one has: where it leads, or a piece of the result. */
  done?: RegExp;
};

const desk = "401 done done done 403 403 403";
const heads = "401 done done 403 403 403 403";
const admins = "401 done 403 403 403 403 403";
const everyone = "done done done done done done done";
const signedIn = "401 done done done done done done";

/** Only a cookie, or the sessions, change. */
export const changesNothing = new Set(["settings/setTheme", "settings/setSingleKeys"]);

const onEntry =
  (make: (site: TestSite) => Promise<{ id: number }>, more: (id: number, site: TestSite) => Promise<Fields> | Fields) =>
  async (site: TestSite) => {
    const { id } = await make(site);
    return { fields: { entryId: String(id), version: "1", ...(await more(id, site)) }, ids: { ours: id } };
  };

const byLao = (site: TestSite) => addOngoing(site, { lead: "LA" });
const byThai = (site: TestSite) => addOngoing(site, { lead: "TH" });
const together = (site: TestSite) => addOngoing(site, { lead: "TH", participants: ["LA"] });
const hidden = (site: TestSite) => addOngoing(site, { lead: "LA", isConfidential: true });
const draft = (site: TestSite) => addEntry(site, { lead: "LA" });
const draftOfThai = (site: TestSite) => addEntry(site, { lead: "TH" });
const submitted = (site: TestSite) => addEntry(site, { lead: "LA", stage: "submitted" });
const nowhere = async () => ({ id: 99_999_999 });

const progress: Fields = { status: "ongoing", schedule: "on_track", progress: "55", textEn: "Half of it is done." };
const titles: Fields = {
  titleEn: "Edited title",
  originalLocale: "en",
  kind: "study",
  counted: "no",
  activityVersion: "1",
};

async function meeting(site: TestSite): Promise<string> {
  const [row] = await ask<{ id: string }>(site, "select id::text from meetings where code = 'ADGMIN-3'");
  return row?.id ?? "";
}

const decision = async (_id: number, site: TestSite): Promise<Fields> => ({
  ...{ meetingId: await meeting(site), verbPrinted: "approved", outcome: "approved" },
});

const share =
  (state: string) =>
  async (_id: number, site: TestSite): Promise<Fields> => ({
    ...{ memberStateId: String(await stateId(site, state)), status: "ongoing", note: "On our side it goes well." },
  });

async function newUser(site: TestSite): Promise<number> {
  const [user] = await ask<{ id: number }>(
    site,
    "insert into users (email, name, role) values ($1, 'Somebody', 'viewer') returning id::int",
    [`somebody.${randomBytes(6).toString("hex")}@test.example`],
  );
  return user?.id ?? 0;
}

async function newLink(site: TestSite): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  await ask(
    site,
    "insert into one_time_links (secret_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [hash, await newUser(site)],
  );
  return secret;
}

const onRow = (make: (site: TestSite) => Promise<{ id: number }>) => async (site: TestSite) => {
  const { id } = await make(site);
  return { fields: { rows: `${id}:1`, progress: "60" } };
};

/** Both rows, or none: one is not the caller's. */
const onTwoRows = async (site: TestSite) => {
  const [ours, theirs] = [await byLao(site), await byThai(site)];
  return { fields: { rows: [`${ours.id}:1`, `${theirs.id}:1`], progress: "60" } };
};

const signInFields = async () => ({ fields: { email: "viewer@sample.example", password: samplePassword } });
let years = 2030;
/** Each in a period of its own: a framework has one plan in a period. */
const newPlan = async () => {
  years += 1;
  return {
    fields: {
      ...{ framework: "adgsom_atrc", titleEn: `Plan ${years}`, state: "preparing" },
      ...{ periodEn: `Months of ${years}`, periodStartsOn: `${years}-01-01`, periodEndsOn: `${years}-06-30` },
    },
  };
};
const somePlan = async (site: TestSite) => {
  const { fields } = await newPlan();
  const { periodEn, periodStartsOn, periodEndsOn, titleEn } = fields;
  const [plan] = await ask<{ id: string }>(
    site,
    `with period as (
       insert into periods (code, kind, name_en, starts_on, ends_on) values ($1, 'work_cycle', $1, $2, $3) returning id
     )
     insert into work_plans (framework, period_id, state, title_en)
     select 'adgsom_atrc', id, 'preparing', $4 from period returning id::text`,
    [periodEn, periodStartsOn, periodEndsOn, titleEn],
  );
  return { fields: { planId: plan?.id ?? "", version: "1", state: "proposed", titleEn: `${titleEn} again` } };
};

/** As nobody has saved it yet. */
const homeFields = async (site: TestSite) => {
  await ask(site, "delete from settings where key = 'home_organisation'");
  const names = ["country", "motto", "ministry", "unit", "place", "signer", "distribution"];
  const pairs = names.flatMap((name) => [`${name}En`, `${name}Lo`]).map((name) => [name, `Our ${name}`]);
  const fixed = { stateCode: "LA", numberSuffix: "/X", laoFont: "Phetsarath OT", version: "0" };
  return { fields: { ...Object.fromEntries(pairs), ...fixed } };
};

/** Every server action with what it answers to whom. One that is not here fails `access.spec.ts`. */
export const actionCases: Record<string, Case[]> = {
  "activities/create": [
    {
      what: "a new activity",
      page: "/activities/new",
      fields: async (_site, { plan }) => ({ fields: { ...titles, planId: String(plan), titleEn: "New here" } }),
      answers: desk,
      done: /saved=create/,
    },
  ],
  "activities/edit": [
    {
      what: "an entry",
      page: "/activities/{ours}/edit",
      fields: onEntry(byLao, () => titles),
      answers: desk,
      done: /saved=edit/,
    },
    {
      what: "none",
      page: "/activities/{none}/edit",
      fields: onEntry(nowhere, () => titles),
      answers: "401 404 404 404 403 403 403",
    },
  ],
  "activities/report": [
    {
      what: "an entry of Lao PDR",
      page: "/activities/{ours}/report",
      fields: onEntry(byLao, () => progress),
      answers: "401 done done done done 404 403",
      done: /saved=report/,
    },
    {
      what: "an entry of Thailand",
      page: "/activities/{ours}/report",
      fields: onEntry(byThai, () => progress),
      answers: "401 done done done 404 done 403",
    },
    {
      what: "an entry in which Lao PDR takes part",
      page: "/activities/{ours}/report",
      fields: onEntry(together, () => progress),
      answers: "401 done done done 403 done 403",
    },
    {
      what: "a confidential entry",
      page: "/activities/{ours}/report",
      fields: onEntry(hidden, () => progress),
      answers: "401 done done done 404 404 403",
    },
    {
      what: "none",
      page: "/activities/{none}/report",
      fields: onEntry(nowhere, () => progress),
      answers: "401 404 404 404 404 404 403",
    },
    {
      what: "a draft, which has no status",
      page: "/activities/{ours}/report",
      fields: onEntry(draft, () => progress),
      answers: "401 200 200 200 200 404 403",
    },
  ],
  "activities/changeRows": [
    { what: "a row of Lao PDR", page: "/activities", fields: onRow(byLao), answers: "401 done done done done 404 403" },
    {
      what: "a row of Thailand",
      page: "/activities",
      fields: onRow(byThai),
      answers: "401 done done done 404 done 403",
    },
    { what: "one row each", page: "/activities", fields: onTwoRows, answers: "401 done done done 404 404 403" },
    { what: "none", page: "/activities", fields: onRow(nowhere), answers: "401 404 404 404 404 404 403" },
  ],
  "activities/submit": [
    {
      what: "a draft of Lao PDR",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: "401 done done done done 404 403",
      done: /saved=submit/,
    },
    {
      what: "a draft of Thailand",
      page: "/activities/{ours}",
      fields: onEntry(draftOfThai, () => ({})),
      answers: "401 done done done 404 done 403",
    },
    {
      what: "what is submitted already",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: "401 200 200 200 200 404 403",
    },
  ],
  "activities/remove": [
    {
      what: "a draft",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: desk,
      done: /\/plans\/\d+/,
    },
    {
      what: "what is submitted",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: "401 200 200 200 403 403 403",
    },
  ],
  "activities/decide": [
    {
      what: "a proposal",
      page: "/activities/{ours}/decide",
      fields: onEntry(submitted, decision),
      answers: heads,
      done: /saved=decide/,
    },
    {
      what: "a draft: no meeting has it before it",
      page: "/activities/{ours}/decide",
      fields: onEntry(draft, decision),
      answers: "401 200 200 403 403 403 403",
    },
    {
      what: "none",
      page: "/activities/{none}/decide",
      fields: onEntry(nowhere, decision),
      answers: "401 404 404 403 403 403 403",
    },
  ],
  "activities/reportShare": [
    {
      what: "the share of Lao PDR in an entry of Thailand",
      page: "/activities/{ours}/states/LA",
      fields: onEntry(together, share("LA")),
      answers: "401 done done done done 403 403",
      done: /saved=state/,
    },
    {
      what: "the share of Thailand in the same",
      page: "/activities/{ours}/states/TH",
      fields: onEntry(together, share("TH")),
      answers: "401 done done done 403 done 403",
    },
    {
      what: "a state that has no part",
      page: "/activities/{ours}/states/VN",
      fields: onEntry(together, share("VN")),
      answers: "401 200 200 200 403 403 403",
    },
    {
      what: "an entry of Thailand alone",
      page: "/activities/{ours}/states/LA",
      fields: onEntry(byThai, share("LA")),
      answers: "401 200 200 200 404 403 403",
    },
  ],
  "plans/create": [
    { what: "a new plan", page: "/plans/new", fields: newPlan, answers: desk, done: /\/plans\/\d+\?saved=1/ },
  ],
  "plans/edit": [
    { what: "a plan", page: "/plans/{plan}/edit", fields: somePlan, answers: desk, done: /saved=1/ },
    {
      what: "none",
      page: "/plans/{none}/edit",
      fields: async () => ({ fields: { planId: "99999999", version: "1", state: "proposed", titleEn: "None" } }),
      answers: "401 404 404 404 403 403 403",
    },
  ],
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
    { what: "the right password", page: "/sign-in", fields: signInFields, answers: everyone, done: /\/activities/ },
    {
      what: "a wrong one",
      page: "/sign-in",
      fields: async () => ({ fields: { email: "viewer@sample.example", password: "not the password" } }),
      answers: "200 200 200 200 200 200 200",
    },
  ],
  "users/signInAsSample": [
    { what: "the right password", page: "/sign-in", fields: signInFields, answers: everyone, done: /\/activities/ },
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
