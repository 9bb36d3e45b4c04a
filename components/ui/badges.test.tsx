import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { BilingualText, OtherLanguage } from "./bilingual-text";
import { Button } from "./button";
import { GlyphSprite } from "./glyph-sprite";
import { Reconciliation } from "./reconciliation";
import { ScheduleBadge } from "./schedule-badge";
import { StageBadge } from "./stage-badge";
import { StateCode } from "./state-code";
import { StatusBadge } from "./status-badge";

const drawingOf = (html: string) => /<svg.*<\/svg>/.exec(html)?.[0] ?? "";
const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

describe("the three axes", () => {
  const sprite = renderToStaticMarkup(<GlyphSprite />);
  /** The glyph that the badge refers to. */
  const pointedAt = (html: string) => {
    const id = /href="#([^"]+)"/.exec(html)?.[1];
    return new RegExp(`<symbol id="${id}"[^>]*>(.*?)</symbol>`).exec(sprite)?.[1] ?? "";
  };

  it("draw every value differently, so that none is told by colour or word alone", () => {
    const drawings = [
      ...stages
        .filter((stage) => stage !== "accepted")
        .map((stage) => pointedAt(renderToStaticMarkup(<StageBadge stage={stage} label="x" />))),
      ...statuses.map((status) => pointedAt(renderToStaticMarkup(<StatusBadge status={status} label="x" />))),
      ...schedules.map((schedule) => pointedAt(renderToStaticMarkup(<ScheduleBadge schedule={schedule} label="x" />))),
    ];
    expect(drawings).not.toContain("");
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it("fill as many bars as steps have been taken", () => {
    const filled = (stage: (typeof stages)[number]) =>
      pointedAt(renderToStaticMarkup(<StageBadge stage={stage} label="x" />)).match(/fill="currentColor"/g)?.length ??
      0;
    expect(
      ["draft", "submitted", "considered", "accepted", "endorsed", "approved"].map((stage) => filled(stage as "draft")),
    ).toEqual([1, 2, 3, 3, 4, 5]);
  });

  it("hide the drawing from screen readers and keep the word", () => {
    const html = renderToStaticMarkup(<StatusBadge status="ongoing" label="ກຳລັງປະຕິບັດ" />);
    expect(drawingOf(html)).toContain('aria-hidden="true"');
    expect(textOf(html)).toBe("ກຳລັງປະຕິບັດ");
  });
});

describe("BilingualText", () => {
  const show = (en: string | null, lo: string | null, locale: "en" | "lo") =>
    renderToStaticMarkup(<BilingualText en={en} lo={lo} locale={locale} notTranslatedLabel="not yet translated" />);

  it("shows the reader's language without a mark", () => {
    expect(show("Study", "ການສຶກສາ", "lo")).toBe('<span lang="lo">ການສຶກສາ</span>');
    expect(textOf(show("Study", "ການສຶກສາ", "en"))).toBe("Study");
  });

  it("marks the other language as a fallback, in its own lang", () => {
    const html = show(null, "ອາຊຽນ", "en");
    expect(html).toContain('lang="lo"');
    expect(textOf(html)).toContain("not yet translated");
    expect(textOf(html)).toContain("ອາ\u2060ຊຽນ");
  });

  it("treats an empty text as missing, and shows nothing for nothing", () => {
    expect(textOf(show("", "ການສຶກສາ", "en"))).toContain("not yet translated");
    expect(show(null, null, "en")).toBe("");
  });

  it("says which of two texts is the original", () => {
    const html = renderToStaticMarkup(
      <OtherLanguage
        en="Study"
        lo="ການສຶກສາ"
        locale="en"
        original="lo"
        originalLabel="Original: Lao"
        translationLabel="Translation"
      />,
    );
    expect(textOf(html)).toBe("ການສຶກສາ Original: Lao");
  });
});

describe("small parts", () => {
  it("says why a button is locked, once for each sense, and lets it send nothing", () => {
    const html = renderToStaticMarkup(<Button disabledReason="The plan is closed.">Save</Button>);
    expect(html).toContain('type="button"');
    expect(html).toContain('aria-disabled="true"');
    expect(html.match(/The plan is closed\./g)).toHaveLength(2);
  });

  it("gives the sum of a reconciliation as one sentence", () => {
    const html = renderToStaticMarkup(
      <Reconciliation
        locale="en"
        official={15}
        register={14}
        sentence="15 official, 14 here"
        verdict="1 row missing"
      />,
    );
    expect(html.replace(/<(\w+) aria-hidden="true".*?<\/\1>/g, "")).toContain("15 official, 14 here");
    expect(html).not.toContain("≠");
  });

  it("names a state where only its code stands", () => {
    expect(textOf(renderToStaticMarkup(<StateCode code="LA" name="Lao PDR" />))).toBe("LALao PDR");
  });
});
