import { addInstrument } from "../support/partners";
import type { TestSite } from "../support/server";
import type { Case } from "./action-fixtures";
import type { Fields } from "./actions";

const said: Fields = { kind: "memorandum", nameEn: "A memorandum", state: "preparing" };

/** A new instrument, with the form fields for it. */
const onInstrument = (more: Fields) => async (site: TestSite) => {
  const ids = await addInstrument(site);
  return { fields: { ...said, instrumentId: String(ids.instrument), version: "1", ...more }, ids };
};

/** The actions on partners' instruments, with the expected answer for each role. */
export const partnerCases: Record<string, Case[]> = {
  "partners/add": [
    {
      what: "an instrument",
      page: "/partners/{partner}/instruments/new",
      fields: async (site) => {
        const ids = await addInstrument(site);
        return { fields: { ...said, partnerId: String(ids.partner) }, ids };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=add/,
    },
    {
      what: "of no partner",
      page: "/partners/{partner}/instruments/new",
      fields: async (site) => ({ fields: { ...said, partnerId: "99999999" }, ids: await addInstrument(site) }),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "partners/edit": [
    {
      what: "an instrument",
      page: "/partners/{partner}/instruments/{instrument}",
      fields: onInstrument({ nameEn: "Another name" }),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=edit/,
    },
    {
      what: "none",
      page: "/partners/{partner}/instruments/{instrument}",
      fields: onInstrument({ instrumentId: "99999999" }),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
};
