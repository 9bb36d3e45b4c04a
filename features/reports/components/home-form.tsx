"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Names;
  states: readonly Option[];
  fonts: readonly Option[];
  notes: FormNoteLabels;
  labels: Readonly<Record<"head" | "sign" | "font" | "fontHint" | "save" | "saving" | "cancel", string>>;
};

const headFields = ["country", "motto", "ministry", "unit"] as const;

/** Head, number, signature and receivers of official documents, each in both languages. */
export function HomeForm({ action, initial, person, names, states, fonts, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "home-organisation" });
  const field = fieldsOf(form, names);
  const pair = (name: string) => [
    <TextField key={`${name}Lo`} {...field(`${name}Lo`)} lang="lo" maxLength={200} />,
    <TextField key={`${name}En`} {...field(`${name}En`)} lang="en" maxLength={200} />,
  ];
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/reports/settings" />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="version" value={form.textOf("version")} />
        <Card title={labels.head}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <SelectField {...field("stateCode")} options={states} className="sm:col-span-2" />
            {headFields.flatMap(pair)}
          </div>
        </Card>
        <Card title={labels.sign}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <TextField {...field("numberSuffix")} maxLength={40} className="sm:col-span-2" />
            {pair("place")}
            {pair("signer")}
            <TextAreaField {...field("distributionLo")} lang="lo" maxLength={1000} />
            <TextAreaField {...field("distributionEn")} lang="en" maxLength={1000} />
          </div>
        </Card>
        <Card title={labels.font}>
          <SelectField {...field("laoFont")} hint={labels.fontHint} options={fonts} />
        </Card>
      </div>
      <FormFooter labels={labels} backHref="/reports" />
    </form>
  );
}
