#!/bin/sh
# Exports a million judgments in every format. Needs a built platform (mvn -pl platform -am package) and JAVA_HOME at a JDK 25.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
libraries=$(mktemp -d)
trap 'rm -rf "$libraries"' EXIT
"$java" -Djarmode=tools -jar "$root/platform/target/touchstone-platform.jar" extract --destination "$libraries" >/dev/null
exec "$java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$libraries/touchstone-platform.jar:$libraries/lib/*" \
  "$root/bench/dataset/ParquetExport.java" "$@"
