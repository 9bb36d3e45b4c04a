/**
 * What was typed into a form that the site could not read any more, because it has been updated
 * since the page was loaded. It is kept in the tab while the page loads anew, and filled in again.
 */
type Field = { name: string /** Of several fields with this name. */; at: number; value: string; isOn: boolean };
type Unsent = { path: string; fields: readonly Field[] };

export const unsentKey = "unsent-words";
const triesToFill = 50;
const untilNextTry = 100;

let last: Unsent | null = null;

/**
 * Notes the fields of the last form that was sent, and fills in what an earlier page kept.
 * @returns the end of it
 */
export function watchUnsent(target: Window): () => void {
  const listening = new AbortController();
  const onSubmit = ({ target: form }: Event) => {
    if (form instanceof HTMLFormElement) last = { path: pathOf(target.location), fields: typedInto(form) };
  };
  target.addEventListener("submit", onSubmit, { capture: true, signal: listening.signal });
  fillWhenThere(triesToFill, listening.signal);
  return () => listening.abort();
}

/** Keeps the fields of the last form that was sent, for the page that is loaded next. */
export function keepUnsent(): void {
  try {
    if (last && last.fields.length > 0) window.sessionStorage.setItem(unsentKey, JSON.stringify(last));
  } catch {
    // Without storage nothing outlives the page.
  }
}

const pathOf = ({ pathname, search }: Location) => `${pathname}${search}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const notTyped = ["hidden", "password", "file", "submit", "button", "image", "reset"];

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== "" &&
      !notTyped.includes(one.type),
  );
}

const isBox = (control: Control): control is HTMLInputElement => ["checkbox", "radio"].includes(control.type);

function typedInto(form: HTMLFormElement): Field[] {
  const count = new Map<string, number>();
  return controlsOf(form).map((control) => {
    const at = count.get(control.name) ?? 0;
    count.set(control.name, at + 1);
    return { name: control.name, at, value: control.value, isOn: isBox(control) && control.checked };
  });
}

function fillWhenThere(tries: number, signal: AbortSignal): void {
  const kept = readKept();
  if (signal.aborted || kept?.path !== pathOf(window.location) || tries === 0) return;
  // The form may arrive after the rest of the page.
  const form = [...document.forms].find((one) => kept.fields.every((field) => controlOf(one, field)));
  if (!form) {
    setTimeout(() => fillWhenThere(tries - 1, signal), untilNextTry);
    return;
  }
  window.sessionStorage.removeItem(unsentKey);
  for (const field of kept.fields) fill(controlOf(form, field), field);
}

function readKept(): Unsent | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(unsentKey) ?? "null");
  } catch {
    return null;
  }
}

const controlOf = (form: HTMLFormElement, { name, at }: Field) =>
  controlsOf(form).filter((control) => control.name === name)[at];

/** As a person would, so that React notices. */
function fill(control: Control | undefined, { value, isOn }: Field): void {
  if (!control) return;
  if (isBox(control)) {
    if (control.checked !== isOn) control.click();
    return;
  }
  if (control.value === value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}
