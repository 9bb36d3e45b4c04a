"use client";

/*
 * The small client components of the document, the desk, its list and the error pages. Otherwise
 * each segment would load its own script of some hundred bytes, and each error page its own copy of
 * the same panel. Exported from here they are part of the document's script, so a segment without
 * other client components loads none. Only the document imports this file; other modules import the
 * components directly.
 */

export { DraftGuard } from "@/components/form/draft-guard";
export { DeskFrame } from "@/components/shell/desk-frame";
export { SoftNavigation } from "@/components/shell/soft-navigation";
export { GlyphSprite } from "@/components/ui/glyph-sprite";
export { ListSetting } from "@/features/activities/components/list/list-setting";
export { TableKeys } from "@/features/activities/components/list/table-keys";
export { default as DeskError } from "./(desk)/error";
export { default as PageError } from "./error";
export { default as GlobalError } from "./global-error";
