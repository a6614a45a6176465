#!/bin/sh
# A bare COPY of the bytes that an import of items brings, to hold the import's time against.
# Usage: PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… PGDATABASE=… run.sh PROJECT
# PROJECT is one that bench/work-cycle filled; its items are copied out once and then into an empty table of the same shape.
set -eu
rows=$(mktemp)
trap 'rm -f "$rows"; psql -qc "drop table if exists bench_item"' EXIT
psql -qAtc "copy (select * from task_item where project_id = '$1') to stdout" >"$rows"
psql -qc "drop table if exists bench_item" -c "create table bench_item (like task_item including all)" 2>/dev/null
echo "$(wc -l <"$rows") rows, $(($(wc -c <"$rows") / 1048576)) MB"
begun=$(date +%s.%N)
psql -qc "\\copy bench_item from '$rows'"
ended=$(date +%s.%N)
echo "bare COPY into a table with the same indexes: $(echo "$ended - $begun" | bc) s"
psql -qAtc "select 'the import: ' || round(extract(epoch from finished_at - created_at), 1) || ' s' from exchange_import where project_id = '$1'"
