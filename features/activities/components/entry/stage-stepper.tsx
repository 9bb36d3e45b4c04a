import { getLocale, getTranslations } from "next-intl/server";
import { classes } from "@/components/ui/classes";
import { type BodyCode, isBodyCode, type Stage } from "@/domain/lifecycle";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatImpreciseDay } from "@/i18n/format";

const steps = ["draft", "submitted", "considered", "accepted", "endorsed", "approved"] as const;
type Step = (typeof steps)[number];
const usualBody: Partial<Record<Step, BodyCode>> = {
  considered: "JWG",
  accepted: "RETREAT",
  endorsed: "ADGSOM",
  approved: "ADGMIN",
};

/**
 * The stages up to approval, each with the meeting that decided it. A step without a recorded
 * decision says so; no date is guessed. Nothing is shown for other stages.
 */
export async function StageStepper({ page: { entry, decisions } }: { page: EntryPage }) {
  const t = await getTranslations("activity.step");
  const current = steps.indexOf(entry.stage as Step);
  if (current < 0) return null;
  const decided = new Map(decisions.map((decision) => [decision.stageTo, decision] as const).reverse());
  return (
    <ol className="flex flex-col gap-x-2 gap-y-1 sm:flex-row">
      {steps.map((step, index) => {
        const state = index < current ? "reached" : index === current ? "current" : "ahead";
        const isSkipped = state === "reached" && step !== "draft" && step !== "submitted" && !decided.has(step);
        if (isSkipped) return null;
        return <StepItem key={step} step={step} state={state} stateLabel={t(state)} decision={decided.get(step)} />;
      })}
    </ol>
  );
}

type ItemProps = {
  step: Step;
  state: "reached" | "current" | "ahead";
  stateLabel: string;
  decision: EntryPage["decisions"][number] | undefined;
};

async function StepItem({ step, state, stateLabel, decision }: ItemProps) {
  const t = await getTranslations("activity.step");
  const locale = await getLocale();
  const label = await stepLabel(step, decision?.meeting.body ?? usualBody[step]);
  return (
    <li
      aria-current={state === "current" ? "step" : undefined}
      className="flex min-w-0 flex-1 gap-2 sm:flex-col sm:gap-1"
    >
      <span aria-hidden className="flex items-center max-sm:pt-1.5">
        <span
          className={classes(
            "size-3.5 shrink-0 rounded-full border-2",
            state === "ahead" ? "border-line-strong border-dashed" : "border-accent bg-accent",
            state === "current" && "ring-2 ring-accent ring-offset-2 ring-offset-canvas",
          )}
        />
        <span
          className={classes(
            "ml-1.5 h-0 flex-1 border-t-2 max-sm:hidden",
            step === "approved" && "hidden",
            state === "reached" ? "border-accent" : "border-line-strong border-dotted",
          )}
        />
      </span>
      <span className="min-w-0 text-xs">
        <span className={classes("block text-sm", state === "current" ? "font-semibold" : "font-medium")}>
          <span>{label}</span>
          <span className="sr-only">{`, ${stateLabel}`}</span>
        </span>
        {decision && (
          <a href={`#decision-${decision.id}`} className="block text-accent hover:underline">
            {decision.meeting.code}
          </a>
        )}
        {state !== "ahead" && (
          <span className="block text-ink-2">
            {decision
              ? formatImpreciseDay(decision.meeting.lastOn, decision.meeting.precision, locale)
              : t("dateUnknown")}
          </span>
        )}
      </span>
    </li>
  );
}

async function stepLabel(step: Step, body: string | undefined): Promise<string> {
  const terms = await getTranslations("terms");
  if (step === "draft" || step === "submitted" || !body) return terms(`stage.${step satisfies Stage}`);
  return terms(`stageBy.${step}`, { body: isBodyCode(body) ? terms(`byBody.${body}`) : body });
}
