import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { can, type OwnedRow, type Permission, permissions, reachOf, visibility } from "./permissions";
import { type Role, roles } from "./roles";

const names = Object.keys(permissions) as Permission[];
const anyPermission = fc.constantFrom(...names);
const anyRole = fc.constantFrom(...roles);
const anyState = fc.integer({ min: 1, max: 11 });
const anyRow: fc.Arbitrary<OwnedRow> = fc.record({
  ownerStateIds: fc.array(anyState, { maxLength: 4 }),
  participantStateIds: fc.array(anyState, { maxLength: 4 }),
});
const actor = (role: Role, memberStateId: number | null = null) => ({ role, memberStateId });

/**
 * The permission table in another form: who has each permission on any row, on own rows, on shared
 * ones.
 */
const expected: Record<Permission, string> = {
  "activity.read": "admin manager officer focal viewer",
  "activity.create": "admin manager officer",
  "activity.enterDecided": "admin manager",
  "entry.read": "admin manager officer focal viewer",
  "entry.update": "admin manager officer",
  "entry.concept": "admin manager officer focal:own",
  "entry.clear": "admin manager",
  "entry.submit": "admin manager officer focal:own",
  "entry.remove": "admin manager officer",
  "entry.merge": "admin manager officer",
  "bin.read": "admin manager officer focal viewer",
  "bin.restore": "admin manager officer focal viewer",
  "update.correct": "admin manager officer focal:part",
  "takingBack.update": "admin manager",
  "entry.report": "admin manager officer focal:own",
  "entry.progress": "admin manager officer focal:own",
  "entry.undo": "admin manager officer focal:part",
  "entry.history": "admin manager officer focal viewer",
  "entry_state.report": "admin manager officer focal:part",
  "search.read": "admin manager officer focal viewer",
  "overview.read": "admin manager officer focal viewer",
  "cycle.update": "admin manager",
  "silence.update": "admin manager",
  "clearance.update": "admin manager",
  "evidence.read": "admin manager officer focal viewer",
  "evidence.add": "admin manager officer focal:own",
  "evidence.remove": "admin manager officer",
  "comment.read": "admin manager officer focal viewer",
  "comment.add": "admin manager officer focal:part",
  "comment.remove": "admin manager officer focal:part",
  "view.read": "admin manager officer focal viewer",
  "view.write": "admin manager officer focal viewer",
  "view.curate": "admin manager",
  "token.read": "admin manager officer focal viewer",
  "token.write": "admin manager officer focal viewer",
  "audit.read": "admin",
  "plan.read": "admin manager officer focal viewer",
  "plan.create": "admin manager officer",
  "plan.update": "admin manager officer",
  "plan.settle": "admin manager",
  "plan.close": "admin manager",
  "meeting.read": "admin manager officer focal viewer",
  "meeting.create": "admin manager officer",
  "meeting.update": "admin manager officer",
  "meeting.open": "admin manager",
  "meeting.close": "admin manager",
  "meeting.cancel": "admin manager",
  "agenda.update": "admin manager officer",
  "decision.record": "admin manager",
  "paper.read": "admin manager officer focal viewer",
  "paper.write": "admin manager officer",
  "milestone.read": "admin manager officer focal viewer",
  "milestone.write": "admin manager officer",
  "round.read": "admin manager officer focal",
  "round.open": "admin manager",
  "round.renew": "admin manager",
  "round.write": "admin manager officer focal:own",
  "round.return": "admin manager",
  "round.accept": "admin manager",
  "round.close": "admin manager",
  "deadlines.update": "admin manager",
  "calendar.read": "admin manager officer focal viewer",
  "calendar.write": "admin manager officer focal viewer",
  "partner.read": "admin manager officer focal viewer",
  "instrument.write": "admin manager officer",
  "report.read": "admin manager officer focal viewer",
  "report.export": "admin manager officer focal viewer",
  "reference.read": "admin manager officer focal viewer",
  "reference.write": "admin manager",
  "settings.read": "admin manager officer focal viewer",
  "settings.update": "admin",
  "sample.remove": "admin",
  "user.read": "admin",
  "user.create": "admin",
  "user.update": "admin",
  "account.read": "admin manager officer focal viewer",
  "account.update": "admin manager officer focal viewer",
};

describe("the table", () => {
  it.each(names)("%s reaches what the model says", (permission) => {
    const reaches = roles.flatMap((role) => {
      const reach = reachOf({ role }, permission);
      return reach === "none" ? [] : [reach === "any" ? role : `${role}:${reach}`];
    });
    expect(reaches.join(" ")).toBe(expected[permission]);
  });

  it("gives a wider role everything of a narrower one", () => {
    const rank = { any: 3, part: 2, own: 1, none: 0 };
    const chain = ["admin", "manager", "officer", "focal"] as const;
    for (const permission of names) {
      const ranks = chain.map((role) => rank[reachOf({ role }, permission)]);
      expect(ranks, permission).toEqual([...ranks].sort((a, b) => b - a));
    }
  });
});

describe("unknown means no", () => {
  it("for any permission that is not in the table, object members included", () => {
    const unknown = fc.oneof(
      fc.string(),
      fc.constantFrom("constructor", "__proto__", "toString", "hasOwnProperty", "entry", "entry.", "Entry.read"),
    );
    fc.assert(
      fc.property(unknown, anyRole, anyState, anyRow, (name, role, state, row) => {
        fc.pre(!Object.hasOwn(permissions, name));
        expect(can(actor(role, state), name as Permission, row)).toBe(false);
      }),
    );
  });

  it("for any role that is none", () => {
    const unknown = fc.oneof(fc.string(), fc.constantFrom("root", "constructor", "__proto__", "Admin", "valueOf"));
    fc.assert(
      fc.property(unknown, anyPermission, anyState, anyRow, (name, permission, state, row) => {
        fc.pre(!(roles as readonly string[]).includes(name) && name !== "system");
        const stranger = actor(name as Role, state);
        expect(can(stranger, permission, row)).toBe(false);
        expect(visibility(stranger)).toEqual({ kind: "nothing" });
      }),
    );
  });

  it("for a reach of some rows when no row, or no member state, is given", () => {
    fc.assert(
      fc.property(anyPermission, anyRole, anyState, anyRow, (permission, role, state, row) => {
        const reach = reachOf({ role }, permission);
        fc.pre(reach === "own" || reach === "part");
        expect(can(actor(role, state), permission)).toBe(false);
        expect(can(actor(role, null), permission, row)).toBe(false);
      }),
    );
  });
});

describe("rows", () => {
  it.each(names)("%s: a focal point's own state, a part in it, or neither", (permission) => {
    const focal = actor("focal", 4);
    const rows = { owner: [[4], []], participant: [[5], [4]], neither: [[5], [6]] } as const;
    const may = Object.entries(rows).flatMap(([name, [ownerStateIds, participantStateIds]]) =>
      can(focal, permission, { ownerStateIds, participantStateIds }) ? [name] : [],
    );
    const told = { any: "owner participant neither", part: "owner participant", own: "owner", none: "" };
    expect(may.join(" ")).toBe(told[reachOf(focal, permission)]);
  });

  it("of other member states are out of a focal point's reach", () => {
    fc.assert(
      fc.property(anyPermission, anyState, anyRow, (permission, state, row) => {
        const isOwner = row.ownerStateIds.includes(state);
        const isPart = isOwner || row.participantStateIds.includes(state);
        const reach = reachOf({ role: "focal" }, permission);
        const answer = can(actor("focal", state), permission, row);
        expect(answer).toBe(reach === "any" || (reach === "own" && isOwner) || (reach === "part" && isPart));
      }),
    );
  });

  it("matter neither to the desk nor to the operator's own commands", () => {
    fc.assert(
      fc.property(anyPermission, fc.constantFrom("admin", "manager", "officer"), anyRow, (permission, role, row) => {
        expect(can(actor(role), permission, row)).toBe(can(actor(role), permission));
        expect(can({ role: "system", memberStateId: null }, permission, row)).toBe(true);
      }),
    );
  });

  it("are asked about without being changed, and the same question has the same answer", () => {
    fc.assert(
      fc.property(anyPermission, anyRole, anyState, anyRow, (permission, role, state, row) => {
        const before = JSON.stringify(row);
        const first = can(actor(role, state), permission, row);
        expect(can(actor(role, state), permission, Object.freeze(row))).toBe(first);
        expect(JSON.stringify(row)).toBe(before);
      }),
    );
  });
});

describe("visibility", () => {
  it("is the desk's for three roles, published for viewers, the own state's for focal points", () => {
    expect(roles.map((role) => visibility(actor(role, 4)))).toEqual([
      { kind: "desk" },
      { kind: "desk" },
      { kind: "desk" },
      { kind: "state", memberStateId: 4 },
      { kind: "published" },
    ]);
    expect(visibility(actor("focal"))).toEqual({ kind: "nothing" });
    expect(visibility({ role: "system", memberStateId: null })).toEqual({ kind: "desk" });
  });
});

describe("looking back at the past", () => {
  it("leaves reading, exporting and one's own account, to every role, and takes the rest", () => {
    const left = (role: Role) =>
      (Object.keys(permissions) as Permission[]).filter((name) => reachOf({ role, looksBack: true }, name) !== "none");
    for (const role of roles) {
      for (const name of left(role)) {
        expect(name).toMatch(/\.read$|^(entry\.history|report\.export|account\.update)$/);
        expect(reachOf({ role }, name)).toBe(reachOf({ role, looksBack: true }, name));
      }
    }
    expect(left("viewer")).toContain("entry.read");
    expect(left("admin")).not.toContain("entry.update");
  });
});
