import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { Option } from "@/components/ui/field";
import { roles } from "@/domain/roles";
import type { listStates } from "../server/list-states";

/** Messages of both forms of a person. */
export async function userFormWords(states: Awaited<ReturnType<typeof listStates>>) {
  const t = await getTranslations("users");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const roleOptions: Option[] = roles.map((role) => ({ value: role, label: terms(`role.${role}`) }));
  return {
    names: {
      name: t("field.name"),
      email: t("field.email"),
      role: t("field.role"),
      state: t("field.state"),
      access: t("field.access"),
    },
    hints: { access: t("hint.access") },
    roles: roleOptions,
    states: states.map(
      ({ code, en, lo }): Option => ({
        value: code,
        label: `${code} · ${(locale === "lo" && lo) || en}`,
        lang: locale === "lo" && !lo ? "en" : undefined,
      }),
    ),
    notes: await noteLabels(),
    labels: { noState: t("chooseState"), saving: ui("saving"), cancel: ui("cancel") },
  };
}

/** Messages of a one-time link. */
export async function linkLabels() {
  const t = await getTranslations("users.link");
  return { once: t("once"), label: t("label"), copy: t("copy"), copied: t("copied") };
}

/** Labels of options by value. */
export function wordsOf(options: readonly Option[]): Record<string, string> {
  return Object.fromEntries(options.map(({ value, label }) => [value, label]));
}
