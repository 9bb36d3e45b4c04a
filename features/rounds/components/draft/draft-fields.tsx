"use client";

import type { fieldsOf } from "@/components/form/fields-of";
import { RadioCards } from "@/components/ui/choices";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Glyph } from "@/components/ui/glyphs";
import { StatusGlyph } from "@/components/ui/status-badge";
import { schedules, statuses } from "@/domain/lifecycle";

type Names = Readonly<Record<string, string>>;

type Props = {
  field: ReturnType<typeof fieldsOf>;
  words: { status: Names; schedule: Names };
  labels: Readonly<Record<"reasonHint" | "progressHint", string>>;
};

/** Fields of the work's state and of the report's text. */
export function DraftFields({ field, words, labels }: Props) {
  return (
    <>
      <RadioCards
        {...field("status")}
        cards={statuses.map((value) => ({
          value,
          label: words.status[value] ?? value,
          glyph: <StatusGlyph status={value} />,
        }))}
      />
      <RadioCards
        {...field("schedule")}
        cards={schedules.map((value) => ({
          value,
          label: words.schedule[value] ?? value,
          glyph: <Glyph name={value} />,
        }))}
      />
      <TextAreaField {...field("scheduleReason")} hint={labels.reasonHint} rows={2} maxLength={2000} />
      <TextField {...field("progress")} hint={labels.progressHint} inputMode="numeric" suffix="%" className="w-56" />
      <TextAreaField {...field("textLo")} lang="lo" maxLength={5000} />
      <TextAreaField {...field("textEn")} lang="en" maxLength={5000} />
      <TextAreaField {...field("issues")} rows={2} maxLength={5000} />
      <TextAreaField {...field("nextSteps")} rows={2} maxLength={5000} />
      <TextAreaField {...field("decisionSought")} rows={2} maxLength={2000} />
    </>
  );
}
