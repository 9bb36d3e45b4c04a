import { randomBytes } from "node:crypto";
import { ask } from "../support/database";
import type { TestSite } from "../support/server";
import type { Case } from "./action-fixtures";
import type { Fields } from "./actions";

const code = () => `T${randomBytes(5).toString("hex")}`;
const named: Fields = { table: "funds", nameEn: "A fund", nameLo: "ກອງທຶນ" };

/** A fund that nothing uses. */
async function addFund(site: TestSite): Promise<string> {
  const [row] = await ask<{ id: string }>(
    site,
    "insert into funds (code, name_en) values ($1, 'A fund of a test') returning id::text",
    [code()],
  );
  return row?.id ?? "";
}

const onFund = (more: Fields) => async (site: TestSite) => ({
  fields: { ...named, id: await addFund(site), version: "1", ...more },
});

const page = "/settings/reference";
const answers = { nobody: 401, heads: "done", others: 403 } as const;
const missing = { nobody: 401, heads: 404, others: 403 } as const;

/** The actions on reference data, with the expected answer for each role. */
export const referenceCases: Record<string, Case[]> = {
  "reference/addRow": [
    { what: "a fund", page, fields: async () => ({ fields: { ...named, code: code() } }), answers, done: /saved=add/ },
  ],
  "reference/editRow": [
    {
      what: "a fund",
      page,
      fields: async (site) => ({ fields: { ...named, code: code(), id: await addFund(site), version: "1" } }),
      answers,
      done: /saved=edit/,
    },
    {
      what: "none",
      page,
      fields: async () => ({ fields: { ...named, code: code(), id: "99999999", version: "1" } }),
      answers: missing,
    },
  ],
  "reference/renameRow": [
    { what: "a fund", page, fields: onFund({ from: "2024-01-01" }), answers, done: /saved=rename/ },
    { what: "none", page, fields: onFund({ from: "2024-01-01", id: "99999999" }), answers: missing },
  ],
  "reference/removeRow": [
    { what: "a fund", page, fields: onFund({}), answers, done: /saved=remove/ },
    { what: "none", page, fields: onFund({ id: "99999999" }), answers: missing },
  ],
};
