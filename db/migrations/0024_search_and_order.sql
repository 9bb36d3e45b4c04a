-- Text in natural order: 2 before 10, ADGSOM-4 before ADGSOM-10.
CREATE COLLATION "natural_order" (provider = icu, locale = 'und-u-kn-true');
--> statement-breakpoint
CREATE COLLATION "english_order" (provider = icu, locale = 'en-u-kn-true');
--> statement-breakpoint
CREATE COLLATION "lao_order" (provider = icu, locale = 'lo-u-kn-true');
--> statement-breakpoint
-- The functions of db/fold-functions.ts, which fold text as domain/fold-text.ts does.
create function fold_spelling(t text) returns text language plpgsql immutable strict parallel safe as $$
begin
  t := lower(normalize(t, NFKD) collate "und-x-icu");
  t := regexp_replace(t, ' [\u0300-\u036f]', '', 'g');
  t := regexp_replace(t, '[\u0300-\u036f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\u0e3a\u0e48-\u0e4c\u0e4e\u0eba\u0ec8-\u0ecc\u0ece''`\u02bc\u2018\u2019\u201b\u2032]', '', 'g');
  t := regexp_replace(t, '[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0022\u00ab\u00bb\u201c-\u201f]+', ' ', 'g');
  if t ~ '[\u0e00-\u0e7f]' then
    t := regexp_replace(t, '[เເ]([ก-ฮກ-ຮ]{1,2})[\u0e35\u0eb5]ย', '\1ຽ', 'g');
    t := regexp_replace(t, '\u0e31[วວ]', 'ົວ', 'g');
    t := regexp_replace(t, 'อย', 'ຢ', 'g');
    t := translate(t, 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมรฤลวศษสหฬอฮะาเแโใไๅๆฯ๐๑๒๓๔๕๖๗๘๙ัิีึืุู็ํ', 'ກຂຂຄຄຄງຈສຊຊຊຍດຕຖທທນດຕຖທທນບປຜຝພຟພມຣຣລວສສສຫລອຮະາເແໂໃໄາໆຯ0123456789ັິິຶຶຸຸັໍ');
  end if;
  if t ~ '[\u0e80-\u0eff]' then
    t := translate(t, 'ີືູ໐໑໒໓໔໕໖໗໘໙', 'ິຶຸ0123456789');
    t := regexp_replace(t, '([\u0eb1\u0eb4-\u0eb9\u0ebb\u0ecd]*)\u0ebc+', 'ລ\1', 'g');
    t := regexp_replace(t, '\u0eb1+ຽ', 'ຽ', 'g');
    t := regexp_replace(t, 'ເເ', 'ແ', 'g');
    t := regexp_replace(t, '([\u0eb0-\u0ebd\u0ecd\u0ec0-\u0ec4])\1+', '\1', 'g');
    t := regexp_replace(t, '(\u0ecd\u0eb2)\1+', '\1', 'g');
    t := regexp_replace(t, 'ອະວ\u0eb8', 'ອາວຸ', 'g');
    t := regexp_replace(t, '(?<=[\u0eb0-\u0ebd\u0ecdວອ]|[ເແໂ][ກ-ສອຮ])[ລຣ](?![\u0eb0-\u0ebd\u0ecd]|[ວອ](?![\u0eb0-\u0ebd\u0ecdອ]))', 'ນ', 'g');
    t := regexp_replace(t, 'ໂລ[ຈຍຢย]\u0eb4', 'ໂລຊິ', 'g');
    t := regexp_replace(t, '([ເແໂ][ກ-ຮ]\u0eb4?)[ຢย]\u0eb4(?!ນ)', '\1ຊິ', 'g');
    t := regexp_replace(t, 'ເ[ຈຢ]ນ(?=ຊ|ເດ)', 'ເຊນ', 'g');
  end if;
  t := regexp_replace(t, '(?<![0-9])\.|\.(?![0-9])', '', 'g');
  t := regexp_replace(t, '[\u002d\u058a\u2010-\u2015\u2043\u2212]+', '-', 'g');
  t := regexp_replace(t, '([0-9]) ?- ?(?=[0-9])', '\1-', 'g');
  t := regexp_replace(t, '(?<![0-9])-|-(?![0-9])', '', 'g');
  t := regexp_replace(t, '(?<![0-9.,])0+(?=[0-9])', '', 'g');
  t := regexp_replace(t, ' +', ' ', 'g');
  t := regexp_replace(t, '(?<![a-z0-9])([b-hj-z]) (?=[a-z])', '\1', 'g');
  t := regexp_replace(t, '^ | $', '', 'g');
  return t;
end
$$;
--> statement-breakpoint
create function fold_text(t text) returns text language plpgsql immutable strict parallel safe as $$
begin
  return translate(public.fold_spelling(t), 'ຣย', 'ລຍ');
end
$$;
--> statement-breakpoint
create function search_lines(t text) returns text language plpgsql immutable strict parallel safe as $$
declare
  spelling text;
  folded text;
begin
  spelling := public.fold_spelling(t);
  if spelling = '' then
    return null;
  end if;
  folded := translate(spelling, 'ຣย', 'ລຍ');
  t := folded || E'\n' || regexp_replace(folded, '(?<![0-9]) | (?![0-9])', '', 'g');
  if spelling ~ '[ຣย]' then
    t := t || E'\n' || regexp_replace(translate(spelling, 'ຣย', 'ຮຢ'), '(?<![0-9]) | (?![0-9])', '', 'g');
  end if;
  return t;
end
$$;
--> statement-breakpoint
DROP INDEX "activities_search_idx";
--> statement-breakpoint
DROP INDEX "audit_log_text_idx";
--> statement-breakpoint
DROP INDEX "activities_title_en_idx";
--> statement-breakpoint
DROP INDEX "activities_title_lo_idx";
--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "search_text" SET DEFAULT '';
--> statement-breakpoint
ALTER TABLE "bodies" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "partners" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "partners" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "instruments" ALTER COLUMN "reference" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "no" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "agenda_no" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "reference" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "meetings" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "agencies" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "member_states" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "masterplans" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "masterplans" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "outcomes" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "outcomes" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "periods" ALTER COLUMN "code" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "periods" ALTER COLUMN "name_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "title" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
ALTER TABLE "work_plans" ALTER COLUMN "title_en" SET DATA TYPE text collate "natural_order";
--> statement-breakpoint
CREATE INDEX "activities_title_en_idx" ON "activities" USING btree (coalesce("title_en", "title_lo") collate "english_order");
--> statement-breakpoint
CREATE INDEX "activities_title_lo_idx" ON "activities" USING btree (replace(replace(coalesce("title_lo", "title_en"), 'ຫຼ', 'ຫລ'), 'ເເ', 'ແ') collate "lao_order");
--> statement-breakpoint
-- What search compares with; see db/schema/folded.ts.
ALTER TABLE "activities" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(code, '') || ' ' || coalesce(title_en, '') || ' ' || coalesce(title_lo, '') || ' ' || coalesce(summary_en, '') || ' ' || coalesce(summary_lo, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(schedule_reason, '') || ' ' || coalesce(settled_reason, '') || ' ' || coalesce(fund, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "folded_remark" text GENERATED ALWAYS AS (search_lines((coalesce(internal_remark, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(text_en, '') || ' ' || coalesce(text_lo, '') || ' ' || coalesce(schedule_reason, '') || ' ' || coalesce(issues, '') || ' ' || coalesce(next_steps, '') || ' ' || coalesce(decision_sought, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce("text", '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(verb_printed, '') || ' ' || coalesce(text_en, '') || ' ' || coalesce(text_lo, '') || ' ' || coalesce(reference, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(code, '') || ' ' || coalesce(title_en, '') || ' ' || coalesce(title_lo, '') || ' ' || coalesce(place_en, '') || ' ' || coalesce(place_lo, '') || ' ' || coalesce(theme_en, '') || ' ' || coalesce(theme_lo, '') || ' ' || coalesce(chair_name, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce("no", '') || ' ' || coalesce(title_en, '') || ' ' || coalesce(title_lo, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(code, '') || ' ' || coalesce(name_en, '') || ' ' || coalesce(name_lo, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(name_en, '') || ' ' || coalesce(name_lo, '') || ' ' || coalesce(note_en, '') || ' ' || coalesce(note_lo, '') || ' ' || coalesce(reference, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "work_plans" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(title_en, '') || ' ' || coalesce(title_lo, '')) collate "default")) STORED;
--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "folded_text" text GENERATED ALWAYS AS (search_lines((coalesce(actor_name, '') || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '') || ' ' || coalesce(request_id, '') || ' ' || coalesce(address, '')) collate "default")) STORED;
--> statement-breakpoint
CREATE INDEX "activities_folded_idx" ON "activities" USING gin ("folded_text" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "plan_entries_folded_idx" ON "plan_entries" USING gin ("folded_text" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "plan_entries_folded_remark_idx" ON "plan_entries" USING gin ("folded_remark" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "updates_folded_idx" ON "updates" USING gin ("folded_text" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "comments_folded_idx" ON "comments" USING gin ("folded_text" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "decisions_folded_idx" ON "decisions" USING gin ("folded_text" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "audit_log_folded_idx" ON "audit_log" USING gin ("folded_text" gin_trgm_ops);
