import { unsavedFields } from "./changed-fields";

type Refused = { ok: false; code: string; message: string; current: Readonly<Record<string, string>> | null };

/**
 * What a save of its own came to. `current` comes with a conflict: the fields as they are stored.
 */
export type SaveResult = { ok: true; version: number; time: string } | Refused;

export type AutosaveState =
  | { kind: "off" }
  | { kind: "idle" | "saving" | "kept" | "ended" | "conflict" }
  | { kind: "saved"; time: string }
  | { kind: "refused"; message: string };

/** The form that is saved, and where it stands. */
export type Writing = {
  /** What it holds now; null when it is gone. */
  read: () => FormData | null;
  save: (data: FormData) => Promise<SaveResult>;
  /** What is sent next, by itself or by a button, stands on this version. */
  moveOn: (version: string) => void;
  show: (state: AutosaveState) => void;
  /** Keeps on the device what is not on the server yet. */
  keep: (data: FormData) => void;
  /** All that was typed is on the server: nothing need be kept here. */
  drop: () => void;
};

/**
 * What an attempt came to. `waiting` for a connection, `stopped` until the person signs in or looks
 * elsewhere; `refused` is for the form to show.
 */
type Outcome = "saved" | "waiting" | "stopped" | "refused";

/** After the last keystroke. */
const pause = 1_500;
/** Between attempts while there is no connection. */
const patience = 5_000;
/** Of attempts without an answer, as many are remembered. */
const remembered = 20;

/**
 * Saves a form a moment after typing stops, one save at a time, each over the version of the one
 * before. Without a connection it tries again; after an ended session or a conflict it waits for
 * the person. What was saved though its answer was lost is known again by its words: it is nobody
 * else's.
 */
export class Autosaver {
  #writing: Writing;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<Outcome> | null = null;
  #typed = 0;
  #saved = 0;
  #isPressed = false;
  /** The form's last words, once it is gone. */
  #last: FormData | null = null;
  /** What was sent without an answer, by how much was typed then. */
  readonly #unanswered = new Map<number, FormData>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** The page is drawn anew after each save: what is under way goes on with its new functions. */
  workOn(writing: Writing): void {
    this.#writing = writing;
  }

  /** Something was typed. */
  touch(): void {
    this.#typed += 1;
    this.#wait(pause);
  }

  /** Saves at once what is not saved yet. */
  flush(): void {
    if (this.#typed !== this.#saved) void this.#send();
  }

  /**
   * Before a button sends the form: its words are saved, so that none depends on what becomes of
   * the sending.
   * @param mustAsk though nobody has typed here: the form holds words that are not stored, or the
   *   connection is in doubt
   * @returns whether it may be sent: it is saved, or refused for what the answer shows; null while
   *   an earlier press is under way
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
    // What was refused is the form's from here on: over a version that it shows, nothing goes by
    // itself.
    clearTimeout(this.#timer);
    this.#saved = this.#typed;
    return true;
  }

  /** The form is there (again). */
  arrive(): void {
    this.#last = null;
  }

  /** The form goes: what is not saved is sent now, while it can still be read. */
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
    // What was kept meanwhile names the version before this save, which would then look like
    // somebody else's.
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
    // Once the form is gone its words wait on the device.
    if (!this.#last) this.#wait(patience);
    return "waiting";
  }

  #refuse({ code, message }: Refused): Outcome {
    if (code === "SESSION_ENDED") this.#writing.show({ kind: "ended" });
    else this.#writing.show(code === "CONFLICT" ? { kind: "conflict" } : { kind: "refused", message });
    // To send these would put an error page in the place of the words.
    return ["SESSION_ENDED", "NOT_FOUND", "FORBIDDEN"].includes(code) ? "stopped" : "refused";
  }

  #moveOn(version: string): void {
    this.#last?.set("version", version);
    this.#writing.moveOn(version);
  }

  /**
   * The version that is stored, where it holds words of this form: those sent now, or before
   * without an answer.
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
 * The server could not just now: nothing is wrong with the words. A conflict without another
 * version is the database's own.
 */
function isPassing(result: SaveResult): boolean {
  if (result.ok) return false;
  return (
    ["UNAVAILABLE", "STORAGE_FULL", "OVERLOADED"].includes(result.code) ||
    (result.code === "CONFLICT" && !result.current)
  );
}
