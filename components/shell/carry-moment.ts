import { inSameMoment } from "@/domain/as-of";

/**
 * Keeps a reader who looks back in the past that they look at: what is followed or sent from a page
 * with `asof=` goes to the same moment. Done here, at the moment of use, because the frame of the
 * desk stays in place while the address changes, and its links with it.
 * @returns the end of it
 */
export function carryMoment(target: Window): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  // Each comes before the browser reads the address: for a click, a new tab, or the link's menu.
  for (const type of ["pointerdown", "click", "auxclick", "contextmenu"] as const)
    target.addEventListener(type, (event) => carryInLink(event.target, target.location), { capture: true, signal });
  target.addEventListener("formdata", (event) => carryInForm(event, target.location), { capture: true, signal });
  return () => listening.abort();
}

const hereOf = ({ pathname, search }: Location) => `${pathname}${search}`;

/** Links that carry a moment, with the address that they were rendered with. */
const rendered = new WeakMap<Element, { carried: string; own: string }>();

function carryInLink(clicked: EventTarget | null, location: Location): void {
  const link = clicked instanceof Element ? clicked.closest("a[href^='/']") : null;
  if (!link) return;
  const shown = link.getAttribute("href") ?? "";
  // A link of the frame may have carried the moment of a page that is no longer shown.
  const before = rendered.get(link);
  const own = before?.carried === shown ? before.own : shown;
  const carried = inSameMoment(own, hereOf(location)) ?? own;
  if (carried === shown) return;
  rendered.set(link, { carried, own });
  link.setAttribute("href", carried);
}

/** A form that asks for a page has the moment among its fields; other forms change the present. */
function carryInForm({ target, formData }: FormDataEvent, location: Location): void {
  if (!(target instanceof HTMLFormElement) || target.method !== "get" || formData.has("asof")) return;
  const address = inSameMoment(new URL(target.action).pathname, hereOf(location));
  const moment = address && new URL(address, location.origin).searchParams.get("asof");
  if (moment) formData.set("asof", moment);
}
