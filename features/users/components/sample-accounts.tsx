import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { Role } from "@/domain/roles";
import { signInAsSample } from "../actions";

type Props = { accounts: readonly { email: string; role: Role }[]; password: string; next: string };

/** One button per sample account. Only shown on the machine itself. */
export async function SampleAccounts({ accounts, password, next }: Props) {
  const t = await getTranslations("auth");
  const terms = await getTranslations("terms");
  return (
    <section
      aria-labelledby="sample-accounts"
      className="mt-5 rounded-lg border border-line-strong border-dashed p-3.5"
    >
      <h2 id="sample-accounts" className="font-semibold text-sm">
        {t("sampleTitle")}
      </h2>
      <p translate="no" className="mb-2.5 text-ink-2 text-xs">
        {t("sampleIntro", { password })}
      </p>
      <form action={signInAsSample} className="flex flex-col gap-1.5">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="password" value={password} />
        {accounts.map(({ email, role }) => (
          <Button key={email} type="submit" name="email" value={email} className="justify-between">
            <span>{t("sampleUse", { role: terms(`role.${role}`) })}</span>
            <span translate="no" className="font-normal text-ink-2 text-xs">
              {email}
            </span>
          </Button>
        ))}
      </form>
    </section>
  );
}
