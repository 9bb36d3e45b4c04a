import { describe, expect, it } from "vitest";
import { shownMessages } from "@/i18n/catalogue";
import { labelField } from "./unsaved-fields";

const locales = ["en", "lo"] as const;
const report = "/activities/7/report";

describe("a field that could not be saved", () => {
  it("has its label and the words of its chosen value in the reader's language", () => {
    for (const locale of locales) {
      const { activity, terms } = shownMessages[locale];
      const status = labelField(locale, report, { name: "status", value: "ongoing" });
      expect(status).toEqual({ name: activity.field.status, value: terms.status.ongoing });
    }
  });

  it.each(locales)("has the label of the form on its page (%s)", (locale) => {
    const { activity, evidence, partners, plans, rounds, users, years } = shownMessages[locale];
    const labelOn = (pathname: string, name: string) => labelField(locale, pathname, { name, value: "x" }).name;
    expect(labelOn("/admin/users/new", "state")).toBe(users.field.state);
    expect(labelOn("/plans/new", "state")).toBe(plans.form.state);
    expect(labelOn("/plans/3/reopen", "state")).toBe(years.reopen.state);
    expect(labelOn("/partners/3/instruments/new", "state")).toBe(partners.form.state);
    expect(labelOn("/activities/3/states/LA", "note")).toBe(activity.field.note);
    expect(labelOn("/activities/3/evidence/new", "note")).toBe(evidence.field.note);
    expect(labelOn("/rounds/new", "note")).toBe(rounds.form.note);
    expect(labelOn("/rounds/3", "remark")).toBe(rounds.remark);
    expect(labelOn("/rounds/3/drafts/4", "textLo")).toBe(activity.field.textLo);
    expect(labelOn("/meetings/3/decisions/4", "reference")).toBe(activity.field.reference);
  });

  it.each(locales)("has the choices of the form on its page (%s)", (locale) => {
    const { evidence, terms, users } = shownMessages[locale];
    const valueOn = (pathname: string, name: string, value: string) =>
      labelField(locale, pathname, { name, value }).value;
    expect(valueOn("/activities/new", "kind", "study")).toBe(terms.activityKind.study);
    expect(valueOn("/activities/3/evidence/new", "kind", "minutes")).toBe(evidence.kind.minutes);
    expect(valueOn("/partners/3/instruments/4", "kind", "memorandum")).toBe(terms.instrumentKind.memorandum);
    expect(valueOn("/partners/3/instruments/4", "state", "in_force")).toBe(terms.instrumentState.in_force);
    expect(valueOn("/plans/3/edit", "state", "approved")).toBe(terms.planState.approved);
    expect(valueOn("/admin/users/3", "access", "disabled")).toBe(users.access.disabled);
    // In this form `state` is a member state, not the state of a plan.
    expect(valueOn("/admin/users/new", "state", "approved")).toBe("approved");
  });

  it("is unchanged if no form knows its value, name or page", () => {
    expect(labelField("en", report, { name: "textLo", value: "ongoing" }).value).toBe("ongoing");
    expect(labelField("en", report, { name: "status", value: "constructor" }).value).toBe("constructor");
    expect(labelField("en", report, { name: "unknown", value: "x" })).toEqual({ name: "unknown", value: "x" });
    expect(labelField("en", "/nowhere", { name: "status", value: "x" })).toEqual({ name: "status", value: "x" });
  });

  it("is never taken for a property of the prototype", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(labelField("en", report, { name, value: "x" })).toEqual({ name, value: "x" });
    }
  });
});
