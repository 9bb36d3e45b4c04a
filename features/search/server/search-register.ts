import "server-only";
import { schemaOf } from "@/address/schema-of";
import { AppError } from "@/domain/errors";
import { searchWords } from "@/domain/fold-text";
import { defineQuery } from "@/server/define";
import { type SearchKind, searchAddress, searchKinds } from "../address";
import { findActivities } from "./lib/find-activities";
import { findDecisions } from "./lib/find-decisions";
import { findMeetings } from "./lib/find-meetings";
import { findInstruments, findPartners } from "./lib/find-partners";
import { findPlans } from "./lib/find-plans";
import { findRemarks } from "./lib/find-remarks";
import type { Finder, Found } from "./lib/hit";

export type { SearchHit } from "./lib/hit";

const finders: Readonly<Record<SearchKind, Finder>> = {
  activities: findActivities,
  remarks: findRemarks,
  meetings: findMeetings,
  decisions: findDecisions,
  partners: findPartners,
  instruments: findInstruments,
  plans: findPlans,
};

const firstRows = 5;
const pageRows = 50;

export type SearchGroup = Found & { kind: SearchKind };

/**
 * What the words find in the whole register, of what the actor may see: the first rows of each
 * kind, or a page of one kind.
 * @throws AppError NOT_FOUND beyond the last page
 */
export const searchRegister = defineQuery({
  name: "search.register",
  permission: "search.read",
  input: schemaOf(searchAddress),
  run: async ({ db, actor, context: { locale }, input: { q: typed, in: only, page } }) => {
    if (searchWords(typed).length === 0) return { groups: [], total: 0, pageCount: 1, pageSize: pageRows };
    const size = only === null ? { limit: firstRows, offset: 0 } : { limit: pageRows, offset: (page - 1) * pageRows };
    const kinds = only === null ? searchKinds : [only];
    const groups = await Promise.all(
      kinds.map(
        async (kind): Promise<SearchGroup> => ({
          kind,
          ...(await finders[kind]({ db, actor, locale, typed, ...size })),
        }),
      ),
    );
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    if (total === 0 && page > 1) throw new AppError("NOT_FOUND");
    return {
      groups: groups.filter((group) => group.total > 0),
      total,
      pageCount: only === null ? 1 : Math.max(1, Math.ceil(total / pageRows)),
      pageSize: pageRows,
    };
  },
});
