import { Client } from "pg";

/**
 * Adds sample entries to a database that has the reference data, in groups of 500 that a search
 * finds by `lot0001`, `lot0002` …
 * @param count how many
 */
export async function fill(url: string, count: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("begin");
  await client.query(
    `create temporary table made on commit drop as
     select n, 'B-' || n as code, 'lot' || lpad(((n - 1) / 500 + 1)::text, 4, '0') as lot,
            (array['Workshop on digital skills', 'Study of 5G readiness', 'Guideline on online safety', 'Training in data governance',
                   'Forum on artificial intelligence', 'Framework for digital trade'])[1 + n % 6] as topic,
            (array['ກອງປະຊຸມດ້ານທັກສະດິຈິຕອນ', 'ການສຶກສາຄວາມພ້ອມ 5G', 'ຄູ່ມືຄວາມປອດໄພອອນລາຍ', null])[1 + n % 4] as lao,
            (array['ongoing', 'completed', 'not_started'])[1 + n % 3] as status, n % 10 < 7 as is_approved,
            (array['draft', 'submitted'])[1 + n % 2] as early, date '2019-01-01' + n % 2500 as day
     from generate_series(1, $1::int) n`.replace("$1", String(count)),
  );
  await client.query(
    `insert into activities (code, title_en, title_lo, original_locale)
     select code, topic || ', ' || lot || ' number ' || n, lao, 'en' from made`,
  );
  await client.query(
    `with plans as (select id, row_number() over (order by id) - 1 as place, count(*) over () as total from work_plans)
     insert into plan_entries (activity_id, work_plan_id, stage, status, schedule, progress, planned_start_on, planned_end_on,
                               budget_approved_usd, was_submitted, was_approved, last_reported_on)
     select a.id, plans.id, case when is_approved then 'approved' else early end, case when is_approved then status end,
            case when is_approved then 'on_track' end, case when is_approved then n % 101 end, day, day + 90, (n % 200) * 500,
            is_approved or early = 'submitted', is_approved, day + n % 60
     from made join activities a using (code) join plans on plans.place = n % plans.total`,
  );
  for (const [table, role] of [
    ["entry_parties", "proponent"],
    ["entry_states", "lead"],
  ]) {
    await client.query(
      `with states as (select id, row_number() over (order by id) - 1 as place, count(*) over () as total from member_states)
       insert into ${table} (entry_id, member_state_id, role)
       select e.id, states.id, '${role}' from made join activities a using (code) join plan_entries e on e.activity_id = a.id
       join states on states.place = n % states.total`,
    );
  }
  // Each begins as a draft; approved ones have been reported on since.
  await client.query(
    `insert into entry_versions (entry_id, version, valid_from, valid_to, recorded_at, recorded_by_name, change, snapshot)
     select e.id, turn, at, case when turn = 1 and e.was_approved then e.last_reported_on + time '05:00' end, at, 'Bench',
            case turn when 1 then 'activity.create' else 'entry.report' end,
            jsonb_build_object('entry', case turn when 1 then to_jsonb(e) || '{"stage": "draft", "status": null, "schedule": null}' else to_jsonb(e) end,
                               'activity', to_jsonb(a))
     from made join activities a using (code) join plan_entries e on e.activity_id = a.id
     cross join generate_series(1, 2) turn
     cross join lateral (select (case turn when 1 then e.planned_start_on - 30 else e.last_reported_on end) + time '05:00' as at) taken
     where turn = 1 or e.was_approved`,
  );
  await client.query("commit");
  await client.query("vacuum analyze");
  await client.end();
}
