"use client";

/*
 * The small client parts of the document, the desk, its list and their failures. Each segment would
 * fetch its own script of some hundred bytes, and each failure page its own copy of the same panel;
 * named here, they come with the document's one script, and a segment that has nothing besides asks
 * for nothing. Only the document imports this; everybody else imports the parts where they are.
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
