#!/bin/sh
# What Dawid-Skene, majority and alpha cost on Spark's local cluster, by size and number of executors.
# usage: bench/spark/run.sh [EXECUTORS [N ...]]   as in bench/spark/run.sh 2 1000000 10000000; both executors 1 and 2 where none is given
# Needs JDK 25 as JAVA_HOME. Data and Spark's own files lie in bench/spark/target; MEMORY is each executor's, in MB.
set -eu
cd "$(dirname "$0")/../.."
out=bench/spark/target
mkdir -p "$out/classes"
executors=${1:-1 2}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1000000 10000000
[ -f "$out/classpath" ] || {
  mvn -q -B -pl statistics,spark process-classes dependency:build-classpath -Dmdep.outputFile="$PWD/$out/classpath"
}
libraries=$(cat "$out/classpath")
own=$PWD/statistics/target/classes:$PWD/spark/target/classes:$PWD/$out/classes
"$JAVA_HOME/bin/javac" -d "$out/classes" -cp "$own:$libraries" bench/spark/Cost.java
export SPARK_HOME="$PWD/$out/home" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
cost() {
  "$JAVA_HOME/bin/java" -Xmx3g @spark/add-opens.txt --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dlog4j2.configurationFile=spark/src/test/resources/log4j2.properties -cp "$own:$libraries" Cost "$@"
}
echo '| judgments | executors | read, deal out, alpha (s) | majority written (s) | Dawid–Skene, 20 sweeps (s) | a sweep (s) | answers written (s) | alpha |'
echo '|---|---|---|---|---|---|---|---|'
for n in "$@"; do
  [ -d "$out/judgments-$n" ] || cost make "$n" "$out/judgments-$n" >&2
  for e in $executors; do cost run "$e" "${MEMORY:-4096}" "$PWD/$out/judgments-$n"; done
done
