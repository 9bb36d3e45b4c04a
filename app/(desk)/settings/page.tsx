import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { readTheme } from "@/components/shell/theme-cookie";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Banner } from "@/components/ui/banner";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { saveRules } from "@/features/deadlines/actions";
import { RulesCard } from "@/features/deadlines/components/rules-card";
import { getRules } from "@/features/deadlines/server/get-rules";
import { saveCycle, saveSilence } from "@/features/overview/actions";
import { CycleCard } from "@/features/overview/components/cycle-card";
import { SilenceCard } from "@/features/overview/components/silence-card";
import { getCycle } from "@/features/overview/server/get-cycle";
import { getSilence } from "@/features/overview/server/get-silence";
import { saveClearance } from "@/features/proposals/actions";
import { ClearanceCard } from "@/features/proposals/components/clearance-card";
import { getClearance } from "@/features/proposals/server/get-clearance";
import { setTheme } from "@/features/settings/actions";
import { settingsAddress } from "@/features/settings/address";
import { KeysSwitch } from "@/features/settings/components/keys-switch";
import { SampleCard } from "@/features/settings/components/sample-card";
import { TakingBackCard } from "@/features/settings/components/taking-back-card";
import { getSampleSummary } from "@/features/settings/server/get-sample-summary";
import { getTakingBack } from "@/features/settings/server/get-taking-back";
import { setLocale } from "@/features/users/actions";
import { type Account, getAccount } from "@/features/users/server/get-account";
import { listStates } from "@/features/users/server/list-states";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("settings"))("title") };
}

const savedForms = ["silence", "taking-back", "clearance", "deadline-rules"] as const;

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { saved } = settingsAddress.read(toParams(await searchParams));
  const [account, cycle, silence, clearance, rules, takingBack] = await Promise.all([
    getAccount(context, {}),
    getCycle(context, {}),
    getSilence(context, {}),
    getClearance(context, {}),
    getRules(context, {}),
    getTakingBack(context, {}),
  ]);
  const person = String(context.actor.userId);
  const t = await getTranslations("settings");
  const o = await getTranslations("overview");
  const p = await getTranslations("proposals.setting");
  const d = await getTranslations("deadlines.rules");
  return (
    <>
      <PageBar title={t("title")} />
      {/* Before the forms: each of them looks for what was kept as it appears. */}
      <DraftGuard
        person={person}
        saved={saved === "cycle" ? "current-cycle" : savedForms.find((form) => form === saved)}
      />
      <PageBody narrow>
        {saved === "cycle" && <Banner tone="result">{o("cycle.saved")}</Banner>}
        {saved === "silence" && <Banner tone="result">{o("silence.saved")}</Banner>}
        {saved === "clearance" && <Banner tone="result">{p("saved")}</Banner>}
        {saved === "deadline-rules" && <Banner tone="result">{d("saved")}</Banner>}
        {saved === "taking-back" && <Banner tone="result">{t("takingBack.saved")}</Banner>}
        {saved === "sample" && <Banner tone="result">{t("saved.sample")}</Banner>}
        <AccountCard account={account} />
        <Preferences />
        {cycle.can.update && <CycleCard action={saveCycle} found={cycle} person={person} />}
        {silence.can.update && <SilenceCard action={saveSilence} found={silence} person={person} />}
        {clearance.can.update && <ClearanceCard action={saveClearance} found={clearance} person={person} />}
        {rules.can.update && <RulesCard action={saveRules} found={rules} person={person} />}
        {takingBack.can.update && <TakingBackCard found={takingBack} person={person} />}
        {rules.can.update && <ReferenceCard />}
        {account.can.changeSettings && <ReportsCard />}
        {account.can.seeSample && <SampleCard summary={await getSampleSummary(context, {})} />}
      </PageBody>
    </>
  );
}

async function AccountCard({ account }: { account: Account }) {
  const context = await pageContext();
  const t = await getTranslations("settings.account");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const state = (await listStates(context, {})).find(({ code }) => code === account.stateCode);
  const items = [
    { term: t("name"), value: <ProperName>{account.name}</ProperName> },
    { term: t("email"), value: <ProperName>{account.email}</ProperName> },
    { term: t("role"), value: terms(`role.${account.role}`) },
  ];
  if (state) items.push({ term: t("state"), value: (context.locale === "lo" && state.lo) || state.en });
  return (
    <Card title={t("title")} meta={account.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}>
      <DescriptionList items={items} />
      <p className="mt-2">
        <Link href="/settings/account" className="link text-sm">
          {(await getTranslations("account"))("link")}
        </Link>
        {" · "}
        <Link href="/settings/keys" className="link text-sm">
          {(await getTranslations("api.keys"))("link")}
        </Link>
      </p>
    </Card>
  );
}

async function ReferenceCard() {
  const t = await getTranslations("reference");
  return (
    <Card title={t("title")}>
      <Link href="/settings/reference" className="link text-sm">
        {t("link")}
      </Link>
    </Card>
  );
}

async function ReportsCard() {
  const t = await getTranslations("settings.reports");
  return (
    <Card title={t("title")}>
      <Link href="/reports/settings" className="link text-sm">
        {t("link")}
      </Link>
    </Card>
  );
}

async function Preferences() {
  const { locale } = await pageContext();
  const t = await getTranslations("settings");
  const shell = await getTranslations("shell");
  const themeWords = {
    label: shell("theme.label"),
    system: shell("theme.system"),
    light: shell("theme.light"),
    dark: shell("theme.dark"),
  };
  return (
    <>
      <Card title={t("language.title")} meta={t("language.hint")}>
        <LanguageSwitch
          locale={locale}
          label={t("language.title")}
          setLocale={setLocale}
          form="name"
          className="w-fit"
        />
      </Card>
      <Card title={t("colours.title")} meta={t("colours.hint")}>
        <div className="w-64">
          <ThemeSwitch theme={await readTheme()} labels={themeWords} setTheme={setTheme} withWords />
        </div>
      </Card>
      <Card title={t("keys.title")}>
        <p className="mb-2 text-ink-2 text-sm">{t("keys.hint")}</p>
        <KeysSwitch isOn={await readSingleKeys()} />
      </Card>
    </>
  );
}
