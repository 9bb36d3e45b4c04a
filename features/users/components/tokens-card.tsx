import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/i18n/format";
import type { FormState } from "@/server/action";
import type { OwnToken } from "../server/list-tokens";
import { ActButton } from "./act-button";
import { EndsSoon } from "./ends-soon";

type Props = {
  tokens: readonly OwnToken[];
  revoke: (state: FormState, form: FormData) => Promise<FormState>;
};

/** One's own keys, each with a button that revokes it. */
export async function TokensCard({ tokens, revoke }: Props) {
  const t = await getTranslations("api.keys");
  return (
    <Card id="keys" title={t("list")}>
      {tokens.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("none")}</p>
      ) : (
        <ul>
          {tokens.map((token) => (
            <TokenLine key={token.id} token={token} revoke={revoke} />
          ))}
        </ul>
      )}
    </Card>
  );
}

async function TokenLine({ token, revoke }: { token: OwnToken; revoke: Props["revoke"] }) {
  const t = await getTranslations("api.keys");
  const locale = await getLocale();
  const { id, name, scope, expiresAt, daysLeft, lastUsedAt, lastUsedAddress: address, hasEnded } = token;
  const access = await getTranslations("account.access");
  const when = lastUsedAt && formatInstant(lastUsedAt, locale);
  const facts = [
    t(`scopes.${scope}`),
    hasEnded ? t("ended") : t("expires", { when: formatInstant(expiresAt, locale) }),
    when ? (address ? access("usedFrom", { when, address }) : access("used", { when })) : access("unused"),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-line border-b py-2 text-sm last:border-b-0">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <ProperName>{name}</ProperName>
          {!hasEnded && <EndsSoon daysLeft={daysLeft} />}
        </span>
        <span className="block text-ink-2 text-xs">{facts.join(" · ")}</span>
      </span>
      <ActButton action={revoke} name="tokenId" value={id} label={t("revoke")} fullLabel={t("revokeLabel", { name })} />
    </li>
  );
}
