import { ButtonLink, buttonClasses } from "@/components/ui/button";
import { Bookmark } from "@/components/ui/icons";
import { Tabs } from "@/components/ui/tabs";
import { hasLao } from "@/domain/lao-text";
import { type ActivityListQuery, activitiesAddress, noView } from "@/features/activities/list-address";
import { viewHref, viewQuery } from "@/features/activities/list-state";
import type { SavedView } from "@/features/activities/server/list-views";
import { interpolate } from "../list/interpolate";
import type { ListLabels } from "../list/list-labels";
import { useListSetting } from "../list/list-setting";
import { SaveChangesButton, ViewForm } from "./view-form";
import { ViewSettings } from "./view-settings";

type Props = {
  query: ActivityListQuery;
  views: readonly SavedView[];
  can: { saveView: boolean; shareView: boolean };
};

/** The saved views of the list as tabs, and buttons to save the changes to the open one. */
export function ViewBar({ query, views, can }: Props) {
  const setting = useListSetting();
  const labels = setting.list.views;
  const current = views.find(({ id }) => String(id) === query.view) ?? null;
  const hasDefault = views.some(({ isDefault }) => isDefault);
  const all = {
    href: activitiesAddress.href({ view: hasDefault ? noView : null }),
    label: labels.all,
    current: current === null,
  };
  const viewState = viewQuery(query);
  const isChanged = current !== null && viewState !== current.query;
  return (
    <div data-views className="print:hidden">
      <Tabs
        label={labels.label}
        tabs={[all, ...views.map((view) => tabOf(view, view === current, labels))]}
        after={
          can.saveView && (
            <>
              {current && isChanged && (
                <span className="flex items-center gap-1.5 text-ink-2 text-xs">
                  <span className="max-sm:sr-only">{labels.changed}</span>
                  <ButtonLink href={viewHref(current)} look="quiet">
                    {labels.reset}
                  </ButtonLink>
                  {current.isOwn && (
                    <SaveChangesButton
                      action={setting.views.saveChanges}
                      view={current}
                      query={viewState}
                      label={labels.save}
                    />
                  )}
                </span>
              )}
              {current && <ViewSettings view={current} canShare={can.shareView} />}
              <ViewForm
                key={viewState}
                action={setting.views.saveAs}
                fields={{ query: viewState }}
                canShare={can.shareView}
                labels={labels}
                opener={labels.saveView}
                title={labels.saveAs}
                submitLabel={labels.submit}
                buttonClassName={buttonClasses("quiet")}
              />
            </>
          )
        }
      />
    </div>
  );
}

function tabOf(view: SavedView, current: boolean, labels: ListLabels["views"]) {
  const notes = [
    ...(view.isOwn ? (view.isShared ? [labels.shared] : []) : [interpolate(labels.by, { name: view.ownerName })]),
    ...(view.isDefault ? [labels.default] : []),
  ];
  return {
    key: String(view.id),
    href: viewHref(view),
    current,
    label: (
      <>
        {view.isDefault && <Bookmark aria-hidden className="size-4" />}
        <span lang={hasLao(view.name) ? "lo" : "en"}>{view.name}</span>
        {notes.length > 0 && <span className={view.isOwn ? "sr-only" : "font-normal text-xs"}>{notes.join(", ")}</span>}
      </>
    ),
  };
}
