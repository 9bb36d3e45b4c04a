import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { listFunds } from "@/features/activities/server/list-funds";
import type { Context } from "@/server/context";
import type { ActivityFormProps } from "./activity-form";
import { closedWords, fieldNames, localeOptions, namedOptions, optionsOf } from "./form-words";

type Shared = Pick<ActivityFormProps, "person" | "funds" | "names" | "words" | "notes" | "choices" | "labels">;

/**
 * Labels and choices of the activity form, the same for a new draft and for editing.
 * @param save label of the button
 * @param entryId the edited entry; 0 for a new one
 */
export async function activityFormProps(context: Context, save: string, entryId: number): Promise<Shared> {
  const t = await getTranslations("activity.edit");
  const ui = await getTranslations("ui");
  const { states, partners, outcomes, plans } = await listFormChoices(context, { offeredTo: entryId });
  const words = await closedWords();
  const ordinals = new Map(outcomes.map(({ id, masterplan, ordinal }) => [id, `${masterplan} DO${ordinal} · `]));
  const choices = {
    plans: await namedOptions(plans),
    locales: await localeOptions(),
    kinds: optionsOf(words.kind),
    counted: optionsOf(words.counted),
    outcomes: await namedOptions(outcomes, (row) => ordinals.get(row.id) ?? ""),
    states: await namedOptions(states),
    partners: await namedOptions(partners),
  };
  const named = (options: readonly { value: string; label: string }[]) =>
    Object.fromEntries(options.map(({ value, label }) => [value, label]));
  const stateWords = named(choices.states);
  return {
    person: String(context.actor.userId),
    funds: await listFunds(context, {}),
    names: await fieldNames(),
    notes: await noteLabels(),
    choices,
    words: {
      kind: words.kind,
      counted: words.counted,
      originalLocale: named(choices.locales),
      outcomeIds: named(choices.outcomes),
      proponentStateId: stateWords,
      coProponentStateIds: stateWords,
      implementingStateIds: stateWords,
      participantStateIds: stateWords,
      funderPartnerIds: named(choices.partners),
    },
    labels: {
      titles: t("titles"),
      parties: t("parties"),
      dates: t("dates"),
      money: t("money"),
      internal: t("internal"),
      confidential: t("confidentialLabel"),
      choose: ui("choose"),
      save,
      saving: ui("saving"),
      cancel: ui("cancel"),
    },
  };
}
