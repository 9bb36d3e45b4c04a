import "server-only";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { defineQuery } from "@/server/define";
import { activitiesAddress } from "../list-address";
import { type FacetName, facetNames } from "../list-columns";
import { facets, type NamedChoice } from "./lib/facets";

/** A chosen value of a facet, with its names if it is a row of reference data. */
export type ChosenValue = NamedChoice;

/**
 * The chosen values of all facets in the order of their choices. A value that is no choice is
 * returned without a name.
 */
export const nameChosen = defineQuery({
  name: "activity.nameChosen",
  permission: "entry.read",
  input: z.object({ query: schemaOf(activitiesAddress) }),
  run: async ({ db, input: { query } }): Promise<Partial<Record<FacetName, ChosenValue[]>>> => {
    const used = facetNames.filter((facet) => query[facet].length > 0);
    const named = await Promise.all(
      used.map(async (facet) => {
        const chosen: readonly string[] = query[facet];
        const known = (await facets[facet].choices(db)).filter(({ value }) => chosen.includes(value));
        const unknown = chosen.filter((value) => known.every((choice) => choice.value !== value));
        return [facet, [...known, ...unknown.map((value) => ({ value, nameEn: null, nameLo: null }))]] as const;
      }),
    );
    return Object.fromEntries(named);
  },
});
