import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/ui/glyphs";
import type { Locale } from "@/i18n/locale";
import { LanguageSwitch } from "./language-switch";
import type { FormAction } from "./nav-item";
import { ProductMark } from "./product-mark";
import { SkipLink } from "./skip-link";

type Props = { locale: Locale; setLocale: FormAction; children: ReactNode };

/** The frame of the pages before sign-in: the form, and beside it what the register is. */
export async function AuthShell({ locale, setLocale, children }: Props) {
  const t = await getTranslations("shell");
  return (
    <div className="flex min-h-dvh bg-surface">
      <SkipLink label={t("skipToContent")} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex items-center justify-between gap-3 px-10 py-6 max-sm:px-3.5 max-sm:py-3">
          <p className="flex min-w-0 items-center gap-2 font-semibold text-md">
            <ProductMark />
            <span>{t("product")}</span>
          </p>
          <LanguageSwitch locale={locale} label={t("language")} setLocale={setLocale} form="name" />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-[25.5rem] flex-1 flex-col justify-center px-4 pt-4 pb-24 outline-none"
        >
          {children}
        </main>
      </div>
      <StageLadder />
    </div>
  );
}

const ladder = ["considered", "endorsed", "approved"] as const;
const bodyOf = { considered: "JWG", endorsed: "ADGSOM", approved: "ADGMIN" } as const;

async function StageLadder() {
  const t = await getTranslations("shell.auth");
  const terms = await getTranslations("terms");
  const steps = [
    terms("stage.draft"),
    terms("stage.submitted"),
    ...ladder.map((stage) => terms(`stageBy.${stage}`, { body: terms(`byBody.${bodyOf[stage]}`) })),
  ];
  return (
    <aside className="flex w-[38%] shrink-0 flex-col justify-center bg-[#0b5f6b] px-12 py-10 text-[#fff] max-lg:hidden forced-colors:border-l">
      <p className="font-semibold text-[1.5rem] leading-[1.65]">{t("heading")}</p>
      <ol className="mt-5 flex flex-col gap-2">
        {steps.map((step, index) => (
          <li key={step} className="flex items-center gap-4 text-md">
            <Glyph name={`bars_${index + 1}` as GlyphName} className="h-[1.0625rem] w-10" />
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-5 text-md text-[#fff]/85">
        <span>{t("stages")}</span> <span className="block">{t("progress")}</span>
      </p>
    </aside>
  );
}
