import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosaver, type AutosaveState, type SaveResult } from "./autosaver";

type Fields = Record<string, string>;
type Refused = Extract<SaveResult, { ok: false }>;

const refused = (code: string, current: Refused["current"] = null): SaveResult => ({
  ok: false,
  code,
  message: code,
  current,
});

/**
 * A form and a server that stores one draft. Each test defines the server's answer, or that there
 * is none.
 */
function bench() {
  const form = { version: "1", textLo: "" };
  const server = { version: 1, textLo: "" };
  const shown: AutosaveState[] = [];
  const at = { kept: null as Fields | null, isThere: true, sent: [] as Fields[] };
  const stored = () => ({ version: String(server.version), textLo: server.textLo });
  const store = (sent: Fields): SaveResult => {
    if (Number(sent.version) !== server.version) return refused("CONFLICT", stored());
    if (sent.textLo !== server.textLo) Object.assign(server, { version: server.version + 1, textLo: sent.textLo });
    return { ok: true, version: server.version, time: "10:00" };
  };
  const answer = { next: async (sent: Fields): Promise<SaveResult> => store(sent) };
  const saver = new Autosaver({
    read: () => (at.isThere ? dataOf(form) : null),
    save: (data) => {
      const sent = Object.fromEntries(data) as Fields;
      at.sent.push(sent);
      return answer.next(sent);
    },
    moveOn: (version) => {
      form.version = version;
    },
    show: (state) => shown.push(state),
    keep: (data) => {
      at.kept = Object.fromEntries(data) as Fields;
    },
    drop: () => {
      at.kept = null;
    },
  });
  /**
   * As in the form: typed text is stored on the device together with the version it is based on.
   */
  const type = (textLo: string) => {
    form.textLo = textLo;
    at.kept = { ...form };
    saver.touch();
  };
  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return { form, server, shown, at, answer, store, saver, type, passes, last: () => shown.at(-1)?.kind };
}

function dataOf(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** An answer that the test delays until it resolves it. */
function delayed() {
  let give = (_: SaveResult) => {};
  const answer = new Promise<SaveResult>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("while the person types", () => {
  it("each save is based on the version of the one before, and no copy remains on the device", async () => {
    const { type, passes, server, form, at, last } = bench();
    type("ໜຶ່ງ");
    await passes(1_000);
    expect(at.sent).toEqual([]);
    await passes(600);
    type("ສອງ");
    await passes(1_600);
    expect(server).toEqual({ version: 3, textLo: "ສອງ" });
    expect(form.version).toBe("3");
    expect(at.kept).toBeNull();
    expect(last()).toBe("saved");
  });

  it("text typed during a save is stored on the device with the version that the save creates", async () => {
    const { type, passes, at, answer, store } = bench();
    const { answer: later, give } = delayed();
    answer.next = () => later;
    type("ໜຶ່ງ");
    await passes(1_600);
    type("ໜຶ່ງ ສອງ");
    expect(at.kept).toMatchObject({ version: "1" });
    give(store({ version: "1", textLo: "ໜຶ່ງ" }));
    await passes(0);
    expect(at.kept).toEqual({ version: "2", textLo: "ໜຶ່ງ ສອງ" });
  });

  it("somebody else's save is a conflict and is not overwritten", async () => {
    const { type, passes, server, last } = bench();
    Object.assign(server, { version: 2, textLo: "ຂອງຜູ້ອື່ນ" });
    type("ຂອງຂ້ອຍ");
    await passes(60_000);
    expect(last()).toBe("conflict");
    expect(server).toEqual({ version: 2, textLo: "ຂອງຜູ້ອື່ນ" });
  });
});

describe("without a connection", () => {
  it.each([
    ["no answer", () => Promise.reject(new Error("Failed to fetch"))],
    ["a register that cannot be reached", async () => refused("UNAVAILABLE")],
    ["a conflict of the database alone", async () => refused("CONFLICT")],
  ])("%s: it retries until the text is saved", async (_, fail) => {
    const { type, passes, server, answer, store, last } = bench();
    answer.next = fail;
    type("ໜຶ່ງ");
    await passes(20_000);
    expect(last()).toBe("kept");
    answer.next = async (sent) => store(sent);
    await passes(5_100);
    expect(last()).toBe("saved");
    expect(server.textLo).toBe("ໜຶ່ງ");
  });

  it("a save whose answer was lost is recognised, also after further typing, and causes no conflict", async () => {
    const { type, passes, server, answer, store, last } = bench();
    const loseAnswer = async (sent: Fields) => {
      store(sent);
      throw new Error("Failed to fetch");
    };
    answer.next = loseAnswer;
    type("ໜຶ່ງ\nສອງ ");
    await passes(1_600);
    // Formatted as by the server.
    server.textLo = "ໜຶ່ງ\r\nສອງ";
    answer.next = () => Promise.reject(new Error("Failed to fetch"));
    type("ໜຶ່ງ\nສອງ ສາມ");
    await passes(1_600);
    answer.next = async (sent) => store(sent);
    await passes(5_100);
    expect(last()).toBe("saved");
    expect(server).toEqual({ version: 3, textLo: "ໜຶ່ງ\nສອງ ສາມ" });
  });
});

describe("a button", () => {
  it("submits the form once its text is saved, including that of a running save and later text", async () => {
    const { type, passes, saver, server, answer, store } = bench();
    const { answer: later, give } = delayed();
    answer.next = () => later;
    type("ໜຶ່ງ");
    await passes(1_600);
    type("ໜຶ່ງ ສອງ");
    const pressed = saver.press(false);
    expect(await saver.press(false)).toBeNull();
    answer.next = async (sent) => store(sent);
    give(store({ version: "1", textLo: "ໜຶ່ງ" }));
    expect(await pressed).toBe(true);
    expect(server).toEqual({ version: 3, textLo: "ໜຶ່ງ ສອງ" });
  });

  it("submits nothing without a connection, even if all was saved before; later the text is saved, but the form is not submitted", async () => {
    const { type, passes, saver, answer, store, last, at } = bench();
    type("ໜຶ່ງ");
    await passes(1_600);
    answer.next = () => Promise.reject(new Error("Failed to fetch"));
    expect(await saver.press(false)).toBe(false);
    expect(last()).toBe("kept");
    answer.next = async (sent) => store(sent);
    await passes(5_100);
    expect(last()).toBe("saved");
    expect(at.sent).toHaveLength(3);
  });

  it("saves restored text before submitting, and submits an unchanged form at once", async () => {
    const { saver, at, form } = bench();
    expect(await saver.press(false)).toBe(true);
    expect(at.sent).toEqual([]);
    form.textLo = "ກັບຄືນ";
    expect(await saver.press(true)).toBe(true);
    expect(at.sent).toEqual([{ version: "1", textLo: "ກັບຄືນ" }]);
  });

  it.each(["SESSION_ENDED", "NOT_FOUND", "FORBIDDEN"])(
    "submits nothing after %s, because the answer would replace the text",
    async (code) => {
      const { type, saver, answer, at } = bench();
      answer.next = async () => refused(code);
      type("ໜຶ່ງ");
      expect(await saver.press(false)).toBe(false);
      expect(at.kept).toMatchObject({ textLo: "ໜຶ່ງ" });
    },
  );

  it("lets the form show a conflict or a refused field; nothing is saved automatically over the shown version", async () => {
    const { type, passes, saver, server, form, at } = bench();
    Object.assign(server, { version: 2, textLo: "ຂອງຜູ້ອື່ນ" });
    type("ຂອງຂ້ອຍ");
    expect(await saver.press(false)).toBe(true);
    // The answer to the form shows version 2, which the form then contains.
    form.version = "2";
    const before = at.sent.length;
    saver.flush();
    saver.leave();
    await passes(60_000);
    expect(at.sent).toHaveLength(before);
  });
});

describe("when the form is unmounted", () => {
  it("its last text is sent although the form can no longer be read", async () => {
    const { type, passes, saver, at, server } = bench();
    type("ໜຶ່ງ");
    saver.leave();
    at.isThere = false;
    await passes(0);
    expect(server).toEqual({ version: 2, textLo: "ໜຶ່ງ" });
    expect(at.kept).toBeNull();
  });

  it("text typed during a save is sent after it, based on its version", async () => {
    const { type, passes, saver, at, server, answer, store } = bench();
    const { answer: later, give } = delayed();
    answer.next = () => later;
    type("ໜຶ່ງ");
    await passes(1_600);
    type("ໜຶ່ງ ສອງ");
    saver.leave();
    at.isThere = false;
    answer.next = async (sent) => store(sent);
    give(store({ version: "1", textLo: "ໜຶ່ງ" }));
    await passes(0);
    expect(server).toEqual({ version: 3, textLo: "ໜຶ່ງ ສອງ" });
    expect(at.kept).toBeNull();
  });

  it("without a connection the text stays on the device, and there is no retry", async () => {
    const { type, passes, saver, at, answer } = bench();
    answer.next = () => Promise.reject(new Error("Failed to fetch"));
    type("ໜຶ່ງ");
    saver.leave();
    at.isThere = false;
    await passes(60_000);
    expect(at.sent).toHaveLength(1);
    expect(at.kept).toMatchObject({ textLo: "ໜຶ່ງ" });
  });
});
