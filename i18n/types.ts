// Without an import of the module, TypeScript 7 does not find what is augmented below.
import type {} from "next-intl";
import type { Locale as AppLocale } from "@/domain/vocabulary";
import type { Messages as AppMessages } from "./catalogue";

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
  }
}
