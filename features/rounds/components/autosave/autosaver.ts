import { unsavedFields } from "./changed-fields";

type Refused = { ok: false; code: string; message: string; current: Readonly<Record<string, string>> | null };

/** Result of an automatic save. A conflict has `current`: the stored fields. */
export type SaveResult = { ok: true; version: number; time: string } | Refused;

export type AutosaveState =
  | { kind: "off" }
  | { kind: "idle" | "saving" | "kept" | "ended" | "conflict" }
  | { kind: "saved"; time: string }
  | { kind: "refused"; message: string };

/** The form to save, with callbacks for its state. */
export type Writing = {
  /** The current content; null when the form has been unmounted. */
  read: () => FormData | null;
  save: (data: FormData) => Promise<SaveResult>;
  /** Sets the version on which the next save or submission is based. */
  moveOn: (version: string) => void;
  show: (state: AutosaveState) => void;
  /** Stores on the device what has not been saved on the server yet. */
  keep: (data: FormData) => void;
  /** Removes the copy on the device, once everything typed is saved on the server. */
  drop: () => void;
};

/**
 * Outcome of an attempt: `waiting` for a connection; `stopped` until the person signs in or leaves
 * the page; `refused` with an error that the form shows.
 */
type Outcome = "saved" | "waiting" | "stopped" | "refused";

/** Milliseconds after the last keystroke. */
const pause = 1_500;
/** Milliseconds between attempts while there is no connection. */
const patience = 5_000;
/** Maximum number of unanswered attempts that are remembered. */
const remembered = 20;

/**
 * Saves a form shortly after typing stops, one save at a time, each based on the version of the one
 * before. Without a connection it retries; after an ended session or a conflict it waits for the
 * person. A save whose answer was lost causes a conflict later; it is recognised by its content and
 * not reported as somebody else's change.
 */
export class Autosaver {
  #writing: Writing;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<Outcome> | null = null;
  #typed = 0;
  #saved = 0;
  #isPressed = false;
  /** The last content of the form after it was unmounted. */
  #last: FormData | null = null;
  /** Content that was sent without an answer, by the value of `#typed` at that time. */
  readonly #unanswered = new Map<number, FormData>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** Replaces the callbacks after a re-render. A running save continues with the new ones. */
  workOn(writing: Writing): void {
    this.#writing = writing;
  }

  /** Called when something was typed. */
  touch(): void {
    this.#typed += 1;
    this.#wait(pause);
  }

  /** Immediately saves what is not saved yet. */
  flush(): void {
    if (this.#typed !== this.#saved) void this.#send();
  }

  /**
   * Saves the form before a button submits it, so that no text is lost if the submission fails.
   * @param mustAsk save even if nothing was typed here: the form contains unsaved text, or the
   *   connection may be down
   * @returns true if the form may be submitted: it is saved, or the server's refusal will be shown
   *   in its answer; null while an earlier press is being handled
   */
  async press(mustAsk: boolean): Promise<boolean | null> {
    if (this.#isPressed) return null;
    if (this.#typed === 0 && !mustAsk) return true;
    this.#isPressed = true;
    await this.#running;
    if (this.#typed === this.#saved) this.#typed += 1;
    let outcome = await this.#send();
    while (outcome === "saved" && this.#typed !== this.#saved) outcome = await this.#send();
    this.#isPressed = false;
    if (outcome !== "saved" && outcome !== "refused") return false;
    // After a refusal, the form is submitted and shows the stored version. Nothing is saved
    // automatically over that version.
    clearTimeout(this.#timer);
    this.#saved = this.#typed;
    return true;
  }

  /** Called when the form is mounted (again). */
  arrive(): void {
    this.#last = null;
  }

  /** Called when the form is unmounted. Unsaved content is read and sent now. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#last = this.#writing.read();
    this.flush();
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }

  #send(): Promise<Outcome> {
    clearTimeout(this.#timer);
    this.#running ??= this.#attempt(true).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #attempt(mayRepeat: boolean): Promise<Outcome> {
    const data = this.#words();
    if (!data) return "stopped";
    const upTo = this.#typed;
    this.#writing.show({ kind: "saving" });
    const result = await this.#writing.save(data).catch(() => null);
    if (!result || isPassing(result)) return this.#waitForConnection(upTo, data);
    if (result.ok) return this.#settle(result, upTo);
    const own = mayRepeat ? this.#versionOfOwn(result, data) : undefined;
    if (own === undefined) return this.#refuse(result);
    this.#moveOn(own);
    return this.#attempt(false);
  }

  #words = (): FormData | null => this.#last ?? this.#writing.read();

  async #settle({ version, time }: { version: number; time: string }, upTo: number): Promise<Outcome> {
    this.#unanswered.clear();
    this.#saved = upTo;
    this.#moveOn(String(version));
    this.#writing.show({ kind: "saved", time });
    if (this.#typed === upTo) {
      this.#writing.drop();
      return "saved";
    }
    // Text typed during the save was stored with the previous version, which would later look like
    // a conflict. It is stored again with the new version.
    const more = this.#words();
    if (more) this.#writing.keep(more);
    if (this.#last) return this.#attempt(true);
    this.#wait(pause);
    return "saved";
  }

  #waitForConnection(upTo: number, data: FormData): Outcome {
    this.#unanswered.set(upTo, data);
    for (const oldest of [...this.#unanswered.keys()].slice(0, -remembered)) this.#unanswered.delete(oldest);
    this.#writing.show({ kind: "kept" });
    // After the form is unmounted there is no retry: its content stays on the device.
    if (!this.#last) this.#wait(patience);
    return "waiting";
  }

  #refuse({ code, message }: Refused): Outcome {
    if (code === "SESSION_ENDED") this.#writing.show({ kind: "ended" });
    else this.#writing.show(code === "CONFLICT" ? { kind: "conflict" } : { kind: "refused", message });
    // If the form were submitted after these errors, an error page would replace the text.
    return ["SESSION_ENDED", "NOT_FOUND", "FORBIDDEN"].includes(code) ? "stopped" : "refused";
  }

  #moveOn(version: string): void {
    this.#last?.set("version", version);
    this.#writing.moveOn(version);
  }

  /**
   * The stored version, if its content came from this form: either the content just sent, or an
   * earlier attempt without an answer.
   */
  #versionOfOwn({ current }: Refused, sent: FormData): string | undefined {
    if (!current) return undefined;
    const isOwn = [sent, ...this.#unanswered.values()].some(
      (own) => unsavedFields(current, (name) => own.get(name)).length === 0,
    );
    return isOwn ? current.version : undefined;
  }
}

/**
 * True for a temporary failure of the server that has nothing to do with the content. A conflict
 * without a stored version comes from the database (concurrent transactions).
 */
function isPassing(result: SaveResult): boolean {
  if (result.ok) return false;
  return (
    ["UNAVAILABLE", "STORAGE_FULL", "OVERLOADED"].includes(result.code) ||
    (result.code === "CONFLICT" && !result.current)
  );
}
