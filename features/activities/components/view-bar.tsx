import { getTranslations } from "next-intl/server";
import { ButtonLink, buttonClasses } from "@/components/ui/button";
import { Bookmark } from "@/components/ui/icons";
import { Tabs } from "@/components/ui/tabs";
import { hasLao } from "@/domain/lao-text";
import { type ActivityListQuery, listHref, noView, viewHref, viewQuery } from "../list-query";
import type { SavedView } from "../server/list-views";
import { rename, saveAs, saveChanges } from "../view-actions";
import { SaveChangesButton, ViewForm } from "./view-form";
import { viewLabels } from "./view-labels";
import { ViewSettings } from "./view-settings";

/** The saved views of the list as tabs; beside them what was changed since, and the ways to keep it. */
export async function ViewBar({ query, views }: { query: ActivityListQuery; views: readonly SavedView[] }) {
  const t = await getTranslations("views");
  const current = views.find(({ id }) => String(id) === query.view) ?? null;
  const hasDefault = views.some(({ isDefault }) => isDefault);
  const all = { href: listHref({ view: hasDefault ? noView : null }), label: t("all"), current: current === null };
  const isChanged = current !== null && viewQuery(query) !== current.query;
  const labels = await viewLabels();
  return (
    <div data-views>
      <Tabs
        label={t("label")}
        tabs={[all, ...views.map((view) => tabOf(view, view === current, t))]}
        after={
          <>
            {current && isChanged && (
              <span className="flex items-center gap-1.5 text-ink-2 text-xs">
                <span className="max-sm:sr-only">{t("changed")}</span>
                <ButtonLink href={viewHref(current)} look="quiet">
                  {t("reset")}
                </ButtonLink>
                {current.isOwn && (
                  <SaveChangesButton action={saveChanges} view={current} query={viewQuery(query)} label={t("save")} />
                )}
              </span>
            )}
            {current && <ViewSettings view={current} rename={rename} />}
            <ViewForm
              key={viewQuery(query)}
              action={saveAs}
              fields={{ query: viewQuery(query) }}
              labels={{ ...labels, open: t("saveView"), title: t("saveAs"), submit: t("submit") }}
              buttonClassName={buttonClasses("quiet")}
            />
          </>
        }
      />
    </div>
  );
}

type Translate = Awaited<ReturnType<typeof getTranslations<"views">>>;

function tabOf(view: SavedView, current: boolean, t: Translate) {
  const notes = [
    ...(view.isOwn ? (view.isShared ? [t("shared")] : []) : [t("by", { name: view.ownerName })]),
    ...(view.isDefault ? [t("default")] : []),
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
