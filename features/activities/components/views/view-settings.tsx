import { buttonClasses } from "@/components/ui/button";
import { Menu, MenuLine } from "@/components/ui/menu";
import type { SavedView } from "@/features/activities/server/list-views";
import { useListSetting } from "../list/list-setting";
import { ViewAct, ViewForm } from "./view-form";

/**
 * The settings of the open view: all for the person's own; for a colleague's view whether the list
 * opens with it, and for heads of division what becomes of it.
 */
export function ViewSettings({ view, canShare }: { view: SavedView; canShare: boolean }) {
  const setting = useListSetting();
  const { rename, forget, openWith, takeOver } = setting.views;
  const labels = setting.list.views;
  const open = { viewId: view.isDefault ? "" : String(view.id) };
  const openLabel = view.isDefault ? labels.endDefault : labels.makeDefault;
  const first = <ViewAct action={openWith} fields={open} label={openLabel} look="quiet" />;
  const seen = { viewId: String(view.id), version: String(view.version) };
  if (!view.isOwn) {
    return (
      <Menu label={labels.settings} buttonClassName={buttonClasses("quiet")} group="list-menus" align="end">
        {first}
        {view.canCurate && (
          <>
            <MenuLine />
            <ViewAct action={takeOver} fields={seen} label={labels.takeOver} look="quiet" />
            <ViewAct action={forget} fields={seen} label={labels.remove} look="danger" />
            <p className="px-1.5 pt-1 text-ink-2 text-xs">{labels.removeShared}</p>
          </>
        )}
      </Menu>
    );
  }
  return (
    <ViewForm
      key={`${view.id}.${view.version}`}
      action={rename}
      fields={seen}
      name={view.name}
      isShared={view.isShared}
      canShare={canShare}
      asksDefault={false}
      labels={labels}
      opener={labels.settings}
      title={view.name}
      submitLabel={labels.rename}
      buttonClassName={buttonClasses("quiet")}
    >
      <MenuLine />
      {first}
      <MenuLine />
      <ViewAct action={forget} fields={seen} label={labels.remove} look="danger" />
      {view.isShared && <p className="px-1.5 pt-1 text-ink-2 text-xs">{labels.removeShared}</p>}
    </ViewForm>
  );
}
