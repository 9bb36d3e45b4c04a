import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { ErrorCode } from "@/domain/errors";
import { type FormState, formValues, runAction } from "./action";
import type { Context } from "./context";

/** The text fields of a form as they were sent, without secrets. */
export type Fields = ReturnType<typeof formValues>;

/** A server action for `useActionState`; the state before is no part of what it does. */
export type FormAction<V = unknown> = (state: unknown, form: FormData) => Promise<FormState<V>>;

type Options = {
  /** What the command is given, where that is not simply the fields: a secret, a file. */
  input?: (fields: Fields, form: FormData) => unknown;
  /** True for refusals after which the page is drawn anew; without it the page stays as it is. */
  onRefusal?: (code: ErrorCode) => boolean;
  /** `told` for what a page sends of its own accord; see `runAction`. */
  ending?: "told";
};

type Redirecting<R, Address extends string> = Options & {
  /** The page that shows what was done; an address without a page does not compile. */
  goTo: (result: R, fields: Fields) => Route<Address>;
};
type Replying<R, V> = Options & {
  /** What the form gets back. Nothing else of the command's result reaches the browser. */
  reply: (result: R, context: Context) => V | Promise<V>;
};

/** Every command is one of these: its input accepts nothing until `formAction` hands it a form. */
type AnyCommand<R> = (context: Context, input: never) => Promise<R>;

/**
 * Makes the server action of a form: runs the command with the form's fields, then leads to another
 * page (`goTo`) or stays and gives the form something back (`reply`).
 *
 * After a success the browser drops every page it has kept, so that neither Back nor a link shows
 * old figures (docs/decisions/0047-one-action-runner.md).
 */
export function formAction<R, Address extends string>(
  command: AnyCommand<R>,
  options: Redirecting<R, Address>,
): FormAction;
export function formAction<R, V>(command: AnyCommand<R>, options: Replying<R, V>): FormAction<V>;
export function formAction<R>(
  command: AnyCommand<R>,
  options: Redirecting<R, string> | Replying<R, unknown>,
): FormAction {
  // Fields come from outside and have no type; the command's own schema parses them.
  const run = command as (context: Context, input: unknown) => Promise<R>;
  const { input, onRefusal, ending } = options;
  return async (_state, form) => {
    const fields = formValues(form);
    const state = await runAction(
      form,
      async (context) => {
        const result = await run(context, input ? await input(fields, form) : fields);
        if ("goTo" in options) return { address: options.goTo(result, fields) };
        return { value: await options.reply(result, context) };
      },
      ending,
    );
    if (!state.ok) {
      if (onRefusal?.(state.refusal.code)) refresh();
      return state;
    }
    refresh();
    const { address, value } = state.value;
    if (address) redirect(address);
    return { ok: true, value };
  };
}

/**
 * For `onRefusal`: the page shows the present state, so that the next press is about what the
 * person sees.
 */
export const redrawAlways = (): boolean => true;

/** For `onRefusal`: the same, but only where somebody else has changed the row meanwhile. */
export const redrawOnConflict = (code: ErrorCode): boolean => code === "CONFLICT";

/** The id in a field that the command has accepted: `" 7"` and `"7.0"` name row 7 as well. */
export function idOf(fields: Fields, name: string): number {
  return Number(fields[name]);
}
