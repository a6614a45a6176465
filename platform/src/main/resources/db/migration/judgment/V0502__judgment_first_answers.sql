create or replace view judgment_current as
  select j.id, j.project_id, j.item_id, j.lease_id, j.rater_id, j.role, j.kind, coalesce(r.answers, j.answers) as answers, j.flag_category, j.flag_note,
    case when r.number is null then j.note else r.note end as note, j.guideline_version, j.terms_version, j.shown, j.price_minor, j.currency,
    j.active_seconds, j.late, coalesce(r.digest, j.digest) as digest, j.submitted_at, j.settles_at, coalesce(r.number, 0) as revision,
    case when r.number is null then null else j.answers end as first_answers
  from judgment_judgment j
  left join lateral (select * from judgment_revision r where r.judgment_id = j.id order by r.number desc limit 1) r on true;
