/**
 * Names that mail programs, search engines and social networks append to any link that they pass
 * on; they mean nothing to this site.
 */
const whole = new Set([
  ...["fbclid", "gclid", "dclid", "gclsrc", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "ysclid"],
  ...["igshid", "igsh", "li_fat_id", "rdt_cid", "sccid", "mibextid", "epik", "zarsrc", "srsltid", "_gl", "_ga"],
  ...["fb_source", "fb_ref", "fb_action_ids", "fb_action_types", "mc_cid", "mc_eid", "mkt_tok", "ml_subscriber"],
  ...["ml_subscriber_hash", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "_openstat", "wickedid", "s_kwcid"],
  ...["hsctatracking", "__s", "_ke", "ef_id", "rb_clickid", "zanpid", "sms_click", "sms_source", "sms_uph"],
]);
const beginning = /^((utm|mtm|pk|piwik|matomo|gad|_gac|hsa)_|_hs|__hs)/;

export function isTrackingName(name: string): boolean {
  const lower = name.toLowerCase();
  return whole.has(lower) || beginning.test(lower);
}

/** The parameters without tracking names; null if there are no such names. */
export function withoutTracking(params: URLSearchParams): URLSearchParams | null {
  const kept = [...params].filter(([name]) => !isTrackingName(name));
  return kept.length === params.size ? null : new URLSearchParams(kept);
}
