import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button";
import { Menu, MenuLine } from "@/components/ui/menu";
import type { FormState } from "@/server/action";
import type { SavedView } from "../server/list-views";
import { forget, openWith } from "../view-actions";
import { ViewAct, ViewForm } from "./view-form";
import { viewLabels } from "./view-labels";

type Props = { view: SavedView; rename: (state: FormState, form: FormData) => Promise<FormState> };

/** What can be done with the view that is open: of one's own everything, of a colleague's only whether the list opens with it. */
export async function ViewSettings({ view, rename }: Props) {
  const t = await getTranslations("views");
  const open = { viewId: view.isDefault ? "" : String(view.id) };
  const first = (
    <ViewAct action={openWith} fields={open} label={view.isDefault ? t("endDefault") : t("makeDefault")} look="quiet" />
  );
  if (!view.isOwn) {
    return (
      <Menu label={t("settings")} buttonClassName={buttonClasses("quiet")} group="list-menus" align="end">
        {first}
      </Menu>
    );
  }
  const seen = { viewId: String(view.id), version: String(view.version) };
  return (
    <ViewForm
      key={`${view.id}.${view.version}`}
      action={rename}
      fields={seen}
      name={view.name}
      isShared={view.isShared}
      asksDefault={false}
      labels={{ ...(await viewLabels()), open: t("settings"), title: view.name, submit: t("rename") }}
      buttonClassName={buttonClasses("quiet")}
    >
      <MenuLine />
      {first}
      <MenuLine />
      <ViewAct action={forget} fields={seen} label={t("remove")} look="danger" />
      {view.isShared && <p className="px-1.5 pt-1 text-ink-2 text-xs">{t("removeShared")}</p>}
    </ViewForm>
  );
}
