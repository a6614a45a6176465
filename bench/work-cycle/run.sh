#!/bin/sh
# The work cycle over HTTP beside pgbench with the same statements on the same database.
# Usage: PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… PGDATABASE=… run.sh URL E-MAIL PASSWORD [items] [connections] [seconds]
# The server must use that database (TOUCHSTONE_DB_URL and its like), and the account must be the installation's owner.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
items=${4:-10000} connections=${5:-64} seconds=${6:-20} clients=${PGBENCH_CLIENTS:-16}
"$java" -Dfill="$here/fill.sql" "$here/WorkCycle.java" "$1" "$2" "$3" "$items" "$connections" "$seconds"
project=$(psql -qAtc "select project_id from task_lease order by leased_at desc limit 1")
trap 'psql -qc "drop table if exists bench_rater"' EXIT
psql -q <<SQL
with given as (update task_lease set state = 'EXPIRED' where project_id = '$project' and state = 'OPEN' returning task_id)
update task_task t set taken = taken - n from (select task_id, count(*)::int n from given group by task_id) g
 where t.id = g.task_id and not t.probe;
drop table if exists bench_rater;
create table bench_rater (n int primary key, id uuid not null, mark bigint not null);
insert into bench_rater select n, gen_random_uuid(), (select min(place) - 1 from task_task where project_id = '$project' and taken < wanted)
  from generate_series(0, $clients - 1) n;
SQL
echo "pgbench, $clients clients, prepared statements:"
pgbench -n -M prepared -c "$clients" -j 2 -T "$seconds" -D project="$project" -f "$here/cycle.sql" | grep -E 'tps|latency average|failed'
