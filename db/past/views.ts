import { escapeIdentifier } from "pg";

/** Columns of a table of the present that a past register says otherwise, as SQL over `t`. */
type Otherwise = Readonly<Record<string, string>>;
type View = { table: string; where?: string; otherwise?: Otherwise };

/**
 * What a past register reads of the present's tables: the rows that took effect by then. The views
 * bear the names of the tables, so that every query finds them first on its search path.
 * @param day the last that counts, `YYYY-MM-DD`
 * @param end the moment when it was over, as PostgreSQL reads it
 */
function viewsOf(day: string, end: string): View[] {
  return [
    // A meeting's decisions count from its last day on, whenever they were written down.
    {
      table: "decisions",
      where: `t.applied_at is not null and coalesce((select m.last_on from public.meetings m where m.id = t.meeting_id),
        (t.recorded_at at time zone 'Asia/Vientiane')::date) <= '${day}'`,
    },
    { table: "updates", where: `t.reported_on <= '${day}'` },
    { table: "comments", where: `t.created_at < '${end}'` },
    { table: "evidence", where: `t.created_at < '${end}'` },
    { table: "papers", where: `t.created_at < '${end}'` },
    {
      table: "entry_versions",
      where: `t.valid_from < '${end}'`,
      otherwise: { valid_to: `case when t.valid_to < '${end}' then t.valid_to end` },
    },
    {
      table: "milestones",
      where: `t.created_at < '${end}'`,
      otherwise: {
        due_on: `case when exists (${movesSince(end)}) then (${movesSince(end)} order by v.id limit 1) else t.due_on end`,
        done_on: `case when t.done_on <= '${day}' then t.done_on end`,
      },
    },
    { table: "milestone_moves", where: `t.moved_at < '${end}'` },
    { table: "meetings", otherwise: { state: `case when t.last_on > '${day}' then 'planned' else t.state end` } },
    // Names that changed later are those of the day again.
    ...renamed.map((table) => ({
      table,
      otherwise: { name_en: nameOn(table, "name_en", day), name_lo: nameOn(table, "name_lo", day) },
    })),
  ];
}

/** Tables whose rows may have former names. */
const renamed = [
  "agencies",
  "bodies",
  "enabling_actions",
  "funds",
  "masterplans",
  "member_states",
  "outcomes",
  "partners",
  "periods",
] as const;

/** The name of a row on a day: the earliest former one that had not ended, or the present one. */
function nameOn(table: string, column: string, day: string): string {
  const former = `from public.former_names f where f.subject = '${table}' and f.subject_id = t.id and f.valid_to >= '${day}'`;
  return `case when exists (select ${former}) then (select f.${column} ${former} order by f.valid_to limit 1) else t.${column} end`;
}

/** What a deadline's day was before it moved later on. */
const movesSince = (end: string) =>
  `select v.from_on from public.milestone_moves v where v.milestone_id = t.id and v.moved_at >= '${end}'`;

/**
 * Rows of the present under another name: what somebody may see of the past is asked of today's
 * register.
 */
const presentViews = (schema: string): string[] => [
  `create view ${schema}.present_entries as select id, stage, is_confidential from public.plan_entries`,
  ...["parties", "states"].map(
    (part) =>
      `create view ${schema}.present_${part} as select entry_id, member_state_id, role from public.entry_${part}`,
  ),
];

/**
 * Statements that make the views of a past register.
 * @param schema quoted
 * @param columnsOf the names of a table's columns, in order
 */
export function viewStatements(
  schema: string,
  { day, end }: { day: string; end: string },
  columnsOf: (table: string) => readonly string[],
): string[] {
  const views = viewsOf(day, end).map(({ table, where, otherwise = {} }) => {
    const columns = columnsOf(table).map((name) => {
      const own = otherwise[name];
      return own ? `${own} as ${escapeIdentifier(name)}` : `t.${escapeIdentifier(name)}`;
    });
    const condition = where ? ` where ${where}` : "";
    return `create view ${schema}.${escapeIdentifier(table)} as select ${columns.join(", ")} from public.${escapeIdentifier(table)} t${condition}`;
  });
  return [...views, ...presentViews(schema)];
}

/** The tables whose columns `viewStatements` asks for. */
export const viewedTables: readonly string[] = viewsOf("2000-01-01", "2000-01-01").map(({ table }) => table);
