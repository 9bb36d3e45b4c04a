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
 * A form over a server that stores one draft; what it answers, or whether it answers at all, is
 * each test's.
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
  /** As the form does: what is typed is kept on the device with the version it is typed over. */
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

/** An answer that is given when the test says so. */
function held() {
  let give = (_: SaveResult) => {};
  const answer = new Promise<SaveResult>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("while somebody types", () => {
  it("each save goes over the version of the one before, and nothing stays on the device", async () => {
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

  it("what is typed during a save is kept over the version that the save makes", async () => {
    const { type, passes, at, answer, store } = bench();
    const { answer: later, give } = held();
    answer.next = () => later;
    type("ໜຶ່ງ");
    await passes(1_600);
    type("ໜຶ່ງ ສອງ");
    expect(at.kept).toMatchObject({ version: "1" });
    give(store({ version: "1", textLo: "ໜຶ່ງ" }));
    await passes(0);
    expect(at.kept).toEqual({ version: "2", textLo: "ໜຶ່ງ ສອງ" });
  });

  it("somebody else's save is a conflict, and nothing goes over it", async () => {
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
  ])("%s: it tries again until the words are saved", async (_, fail) => {
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

  it("a save whose answer was lost is known again, also by later words, and is nobody else's", async () => {
    const { type, passes, server, answer, store, last } = bench();
    const loseAnswer = async (sent: Fields) => {
      store(sent);
      throw new Error("Failed to fetch");
    };
    answer.next = loseAnswer;
    type("ໜຶ່ງ\nສອງ ");
    await passes(1_600);
    // As the server writes it.
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
  it("sends the form when its words are saved, those of a running save and later ones too", async () => {
    const { type, passes, saver, server, answer, store } = bench();
    const { answer: later, give } = held();
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

  it("sends nothing without a connection, though all was saved before; the words go when there is one, the form does not", async () => {
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

  it("sends words that came back, and a form as it was opened at once", async () => {
    const { saver, at, form } = bench();
    expect(await saver.press(false)).toBe(true);
    expect(at.sent).toEqual([]);
    form.textLo = "ກັບຄືນ";
    expect(await saver.press(true)).toBe(true);
    expect(at.sent).toEqual([{ version: "1", textLo: "ກັບຄືນ" }]);
  });

  it.each(["SESSION_ENDED", "NOT_FOUND", "FORBIDDEN"])(
    "sends nothing after %s: an answer would replace the words",
    async (code) => {
      const { type, saver, answer, at } = bench();
      answer.next = async () => refused(code);
      type("ໜຶ່ງ");
      expect(await saver.press(false)).toBe(false);
      expect(at.kept).toMatchObject({ textLo: "ໜຶ່ງ" });
    },
  );

  it("lets the form show a conflict or a refused field; over the version it shows, nothing goes by itself", async () => {
    const { type, passes, saver, server, form, at } = bench();
    Object.assign(server, { version: 2, textLo: "ຂອງຜູ້ອື່ນ" });
    type("ຂອງຂ້ອຍ");
    expect(await saver.press(false)).toBe(true);
    // The answer to the form shows version 2 and holds it from then on.
    form.version = "2";
    const before = at.sent.length;
    saver.flush();
    saver.leave();
    await passes(60_000);
    expect(at.sent).toHaveLength(before);
  });
});

describe("when the form goes", () => {
  it("its last words are sent though it can be read no more", async () => {
    const { type, passes, saver, at, server } = bench();
    type("ໜຶ່ງ");
    saver.leave();
    at.isThere = false;
    await passes(0);
    expect(server).toEqual({ version: 2, textLo: "ໜຶ່ງ" });
    expect(at.kept).toBeNull();
  });

  it("those typed during a save go after it, over its version", async () => {
    const { type, passes, saver, at, server, answer, store } = bench();
    const { answer: later, give } = held();
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

  it("without a connection they stay on the device, and nothing tries on", async () => {
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
