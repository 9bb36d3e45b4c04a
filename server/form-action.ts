import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { ErrorCode } from "@/domain/errors";
import { type FormState, formValues, runAction } from "./action";
import type { Context } from "./context";

/** The text fields of a form as they were sent, without secrets. */
export type Fields = ReturnType<typeof formValues>;

/** A server action for `useActionState`; the previous state is ignored. */
export type FormAction<V = unknown> = (state: unknown, form: FormData) => Promise<FormState<V>>;

type Options = {
  /** The command's input, if it is not simply the fields: a secret, a file. */
  input?: (fields: Fields, form: FormData) => unknown;
  /**
   * True for refusals after which the page is rendered again; otherwise the page stays as it is.
   */
  onRefusal?: (code: ErrorCode) => boolean;
  /** `told` for requests that a page sends by itself; see `runAction`. */
  ending?: "told";
};

type Redirecting<R, Address extends string> = Options & {
  /** The page that shows the result; an address without a page does not compile. */
  goTo: (result: R, fields: Fields) => Route<Address>;
};
type Replying<R, V> = Options & {
  /** The value for the form. Nothing else of the command's result reaches the browser. */
  reply: (result: R, context: Context) => V | Promise<V>;
};

/** The type of every command: with `never` as input it can be called only through `formAction`. */
type AnyCommand<R> = (context: Context, input: never) => Promise<R>;

/**
 * Makes the server action of a form: runs the command with the form's fields, then redirects to
 * another page (`goTo`) or stays and returns a value to the form (`reply`).
 *
 * After a success the browser drops every page in its cache, so that neither Back nor a link shows
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
 * For `onRefusal`: the page is rendered again, so that the person's next action is based on the
 * present state.
 */
export const redrawAlways = (): boolean => true;

/** For `onRefusal`: renders the page again only if another person has changed the row meanwhile. */
export const redrawOnConflict = (code: ErrorCode): boolean => code === "CONFLICT";

/** The id in a field that the command has accepted; `" 7"` and `"7.0"` also mean row 7. */
export function idOf(fields: Fields, name: string): number {
  return Number(fields[name]);
}
