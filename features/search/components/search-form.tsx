import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/control";
import { Search } from "@/components/ui/icons";

/** The search field of the page: a plain GET form. */
export async function SearchForm({ typed }: { typed: string }) {
  const t = await getTranslations("search");
  return (
    <search className="max-w-2xl">
      <form action="/search" className="flex gap-1.5">
        <input
          type="search"
          name="q"
          defaultValue={typed}
          maxLength={200}
          aria-label={t("words")}
          placeholder={t("placeholder")}
          className={controlClasses}
        />
        <Button type="submit" icon={<Search aria-hidden className="size-4" />}>
          {t("submit")}
        </Button>
      </form>
    </search>
  );
}
