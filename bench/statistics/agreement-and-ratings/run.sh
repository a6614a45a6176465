#!/bin/sh
# Alpha and ratings, ours and the peers', one after the other on an otherwise idle machine.
#   mvn -q -pl statistics compile && bench/statistics/agreement-and-ratings/run.sh
# PYTHON names a Python with crowd-kit, numpy, pandas and scipy; DKPRO_JAR dkpro-statistics-agreement's jar. Either may be left out.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
java=${JAVA:-java}
"$java" -cp "$root/statistics/target/classes" "$here/AgreementAndRatings.java"
if [ -n "$DKPRO_JAR" ]; then "$java" -cp "$DKPRO_JAR" "$here/DkproSide.java"; fi
if [ -n "$PYTHON" ]; then "$PYTHON" "$here/peers.py"; fi
