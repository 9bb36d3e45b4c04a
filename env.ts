import { z } from "zod";
import { type AddressRange, addressRange } from "./domain/ip-address";

const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/**
 * Addresses and ranges, separated by commas. The error names an invalid entry, because it is no
 * secret and hard to find in a long list.
 */
const addressRanges = z
  .string()
  .default("")
  .transform((text, context): readonly AddressRange[] => {
    const entries = text.split(",").map((entry) => entry.trim());
    return entries.filter(Boolean).flatMap((entry) => {
      const range = addressRange(entry);
      const message = `${JSON.stringify(entry)} is no address or range such as 10.0.0.0/8 or 2001:db8::1`;
      if (range === null) context.addIssue({ code: "custom", message });
      return range ?? [];
    });
  });

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** Key that signs the end of the audit log; AUTH_SECRET if not set. */
  AUDIT_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  /** Additional place for the end of the audit log: a file on other storage. */
  AUDIT_ANCHOR_FILE: z
    .string()
    .regex(/^([A-Za-z]:)?[\\/]/, "must be the whole path of a file")
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().optional(),
  SAMPLE_DATA: flag,
  SAMPLE_PASSWORD: z.string().min(8).optional(),
  /** Set by the launcher if it runs the bundled PostgreSQL. */
  EMBEDDED_DATABASE: flag,
  SESSION_IDLE_S: seconds(30 * 60),
  SESSION_MAX_S: seconds(12 * 60 * 60),
  /**
   * The contact for reports of vulnerabilities: `mailto:`, `tel:` or `https:`, for security.txt.
   */
  SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|tel|https)$/, error: "must be a mailto:, tel: or https: address" })
    .optional(),
  /**
   * The mail server for forgotten passwords, such as
   * smtps://user:password@mail.ministry.example:465; without it no mail is sent.
   */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a smtp:// or smtps:// address" }).optional(),
  /** The sender of mails, such as "ASEAN Activity Tracker <tracker@ministry.example>". */
  MAIL_FROM: z.string().min(3).optional(),
  /** The reverse proxies whose X-Forwarded-For is trusted. */
  TRUSTED_PROXIES: addressRanges,
  /** Bearer token that opens /metrics. */
  METRICS_TOKEN: z.string().min(32, "must have at least 32 characters").optional(),
  /** Opens /metrics to every program on the same machine, without a token. */
  METRICS_OPEN: flag,
  /**
   * How long the site still accepts requests after being told to end, so that a load balancer has
   * time to notice.
   */
  SHUTDOWN_GRACE_S: z.coerce.number().int().min(0).max(15).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

const Environment = Settings.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ["MAIL_FROM"],
  error: "must be set together with SMTP_URL",
});

export type Env = z.infer<typeof Environment>;

/**
 * The environment, parsed once; the only reader of `process.env`.
 * @throws Error with one line per wrong setting, naming it.
 */
function parseEnv(source: NodeJS.ProcessEnv): Env {
  const result = Environment.safeParse(source);
  if (result.success) return result.data;
  throw wrongSettings(result.error);
}

function wrongSettings({ issues }: z.ZodError): Error {
  const lines = issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return new Error(`Settings: ${lines.join("; ")}`);
}

/** On globalThis because each Next bundle has its own module copy. */
const shared = globalThis as typeof globalThis & { __env?: Env };

/**
 * Lazily parsed so that `next build`, which has no settings, can import modules that read them at
 * run time.
 */
export function env(): Env {
  shared.__env ??= parseEnv(process.env);
  return shared.__env;
}

/**
 * The key that signs the end of the audit log. Read without the other settings, because every
 * process that writes to a database signs, also commands that serve no site.
 * @throws Error naming the wrong setting
 */
export function auditSecret(): string {
  const result = Settings.pick({ AUTH_SECRET: true, AUDIT_KEY: true }).safeParse(process.env);
  if (result.success) return result.data.AUDIT_KEY ?? result.data.AUTH_SECRET;
  throw wrongSettings(result.error);
}
