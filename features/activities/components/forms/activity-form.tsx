"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { CheckField } from "@/components/ui/choices";
import { DayField, type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { FormGroup, ManyChoices } from "./form-group";

type Names = Readonly<Record<string, string>>;

export type ActivityFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  /** `new` or the entry's id. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  words: Readonly<Record<string, Names>>;
  notes: FormNoteLabels;
  /** Names of funds, as suggestions. */
  funds: readonly string[];
  choices: Readonly<
    Record<"plans" | "locales" | "kinds" | "outcomes" | "states" | "partners" | "counted", readonly Option[]>
  >;
  labels: Readonly<
    Record<
      "titles" | "parties" | "dates" | "money" | "internal" | "save" | "saving" | "cancel" | "choose" | "confidential",
      string
    >
  >;
};

/** The form of an activity and its entry in one plan, for a new draft and for editing. */
export function ActivityForm(props: ActivityFormProps) {
  const { action, initial, person, names, words, notes, choices, labels } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const isNew = initial.planId !== undefined;
  const field = fieldsOf(form, names);
  const many = (name: string) => ({
    name,
    label: names[name] ?? name,
    error: form.errorOf(name),
    chosen: form.listOf(name),
  });
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {initial.entryId && <input type="hidden" name="entryId" value={initial.entryId} />}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        {initial.activityVersion && (
          <input type="hidden" name="activityVersion" value={form.textOf("activityVersion")} />
        )}
        <FormGroup title={labels.titles}>
          {isNew && <SelectField {...field("planId")} placeholder={labels.choose} options={choices.plans} />}
          <TextField {...field("titleLo")} lang="lo" maxLength={300} />
          <TextField {...field("titleEn")} lang="en" maxLength={300} />
          <div className="grid gap-3.5 sm:grid-cols-2">
            <SelectField {...field("originalLocale")} options={choices.locales} />
            <SelectField {...field("kind")} options={choices.kinds} />
          </div>
          <TextAreaField {...field("summaryLo")} lang="lo" rows={3} maxLength={5000} />
          <TextAreaField {...field("summaryEn")} lang="en" rows={3} maxLength={5000} />
          <ManyChoices {...many("outcomeIds")} options={choices.outcomes} />
        </FormGroup>
        <FormGroup title={labels.parties}>
          <SelectField {...field("proponentStateId")} placeholder={labels.choose} options={choices.states} />
          <ManyChoices {...many("coProponentStateIds")} options={choices.states} columns />
          <ManyChoices {...many("implementingStateIds")} options={choices.states} columns />
          <ManyChoices {...many("participantStateIds")} options={choices.states} columns />
          <ManyChoices {...many("funderPartnerIds")} options={choices.partners} columns />
        </FormGroup>
        <FormGroup title={labels.dates}>
          <div className="grid gap-3.5 sm:grid-cols-4">
            <DayField {...field("plannedStartOn")} />
            <DayField {...field("plannedEndOn")} />
            <DayField {...field("actualStartOn")} />
            <DayField {...field("actualEndOn")} />
          </div>
        </FormGroup>
        <FormGroup title={labels.money}>
          <div className="grid gap-3.5 sm:grid-cols-4">
            <TextField {...field("budgetApprovedUsd")} inputMode="decimal" suffix="USD" />
            <TextField {...field("budgetDisbursedUsd")} inputMode="decimal" suffix="USD" />
            <TextField {...field("fund")} maxLength={200} list="funds" />
            <datalist id="funds">
              {props.funds.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <SelectField {...field("counted")} options={choices.counted} />
          </div>
        </FormGroup>
        <FormGroup title={labels.internal}>
          <CheckField
            name="isConfidential"
            label={labels.confidential}
            defaultChecked={form.textOf("isConfidential") === "on"}
          />
          <TextAreaField {...field("internalRemark")} rows={2} maxLength={5000} />
        </FormGroup>
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
