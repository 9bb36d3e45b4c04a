import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AnswerSender } from "./sender";
import { AnswerSpool, spooledBytes } from "./spool";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sender-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A connection whose reader takes a piece when told to. */
function slowReader() {
  const waiting: { piece: Buffer; taken: () => void }[] = [];
  const read: Buffer[] = [];
  let now = 0;
  const outlet = {
    write: (piece: Buffer, taken: () => void) => void waiting.push({ piece, taken }),
    end: vi.fn(),
    destroy: vi.fn(),
  };
  const sender = new AnswerSender(outlet, { makeSpool: () => new AnswerSpool(folder), clock: () => now });
  return {
    sender,
    outlet,
    waiting,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    takeOne: () => {
      const one = waiting.shift();
      if (one) read.push(one.piece);
      one?.taken();
      return one !== undefined;
    },
    text: () => Buffer.concat(read).toString("latin1"),
  };
}

const answer = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at % 251));

it("sends a short answer at once and ends it", () => {
  const { sender, outlet, waiting } = slowReader();
  sender.push(Buffer.from("short"));
  expect(waiting.map(({ piece }) => piece.toString())).toEqual(["short"]);
  sender.finish();
  expect(outlet.end).toHaveBeenCalledTimes(1);
});

it("accepts ten megabytes at once, sends them as they are read, and leaves no file", async () => {
  const { sender, outlet, waiting, takeOne, text } = slowReader();
  const whole = answer(10_485_760);
  sender.push(whole.subarray(0, 5_000_000));
  sender.push(whole.subarray(5_000_000));
  sender.finish();
  expect(waiting.reduce((sum, { piece }) => sum + piece.length, 0)).toBe(65_536);
  expect(spooledBytes()).toBeGreaterThan(10_000_000);
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  expect(outlet.end).not.toHaveBeenCalled();
  await vi.waitFor(
    () => {
      while (takeOne());
      expect(outlet.end).toHaveBeenCalledTimes(1);
    },
    { timeout: 20_000, interval: 1 },
  );
  expect(text() === whole.toString("latin1")).toBe(true);
  expect(spooledBytes()).toBe(0);
});

it("distinguishes a reader who takes nothing for twenty seconds from a slow one", () => {
  const { sender, takeOne, pass } = slowReader();
  sender.push(answer(200_000));
  pass(19_000);
  takeOne();
  pass(19_000);
  expect(sender.isStalled()).toBe(false);
  pass(2_000);
  expect(sender.isStalled()).toBe(true);
});

it("is not stalled while nothing has been made", () => {
  const { sender, takeOne, pass } = slowReader();
  pass(60_000);
  expect(sender.isStalled()).toBe(false);
  sender.push(Buffer.from("late"));
  expect(sender.isStalled()).toBe(false);
  takeOne();
  pass(60_000);
  expect(sender.isStalled()).toBe(false);
});

it("drops the waiting data when the reader leaves, and accepts no more", async () => {
  const { sender, outlet } = slowReader();
  sender.push(answer(1_000_000));
  expect(spooledBytes()).toBeGreaterThan(0);
  sender.abort();
  sender.push(answer(1_000_000));
  sender.finish();
  expect(outlet.destroy).toHaveBeenCalledTimes(1);
  expect(outlet.end).not.toHaveBeenCalled();
  expect(spooledBytes()).toBe(0);
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
});

it("breaks off if the disk accepts no more", async () => {
  const outlet = { write: vi.fn(), end: vi.fn(), destroy: vi.fn() };
  const makeSpool = () => new AnswerSpool(path.join(folder, "no-such-folder"));
  const sender = new AnswerSender(outlet, { makeSpool });
  sender.push(answer(1_000_000));
  for (const [, taken] of outlet.write.mock.calls.slice()) taken();
  for (let at = 0; at < 40; at += 1) for (const [, taken] of outlet.write.mock.calls.splice(0)) taken();
  await vi.waitFor(() => expect(outlet.destroy).toHaveBeenCalled());
  expect(spooledBytes()).toBe(0);
});
