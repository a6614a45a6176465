#!/bin/sh
# One method after the other, ours and the peer's, each a process of its own on the same file with the same number of
# sweeps. Prints wall and processor seconds of the method alone, and of the whole process with its largest memory.
#
#   ./touchstone aggregate --help                                        (builds the command line)
#   python3 -m venv VENV && VENV/bin/pip install crowd-kit               (outside the repository)
#   PYTHON=VENV/bin/python bench/statistics/peers/run.sh FOLDER dawid-skene:10000000:2 glad:1000000:2 ...
#
# A line is METHOD:JUDGMENTS:CLASSES[:SWEEPS]. Methods: majority dawid-skene one-coin glad mace kos zero-based-skill alpha,
# and on battles: ratings noisy-bradley-terry. FOLDER keeps the drawn files. SIDES=ours leaves the peers out.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
folder=${1:?name a folder for the drawn files}
shift
java=${JAVA:-java}
python=${PYTHON:-python3}
classpath=${CLASSPATH_OF_CLI:-$root/cli/target/touchstone-cli.jar}
mkdir -p "$folder/classes"
"${java}c" -proc:none -d "$folder/classes" -cp "$classpath" "$here/Ours.java"

measured() {
  side=$1
  shift
  if /usr/bin/time -o "$folder/time" -f 'process %e s wall %U+%S s processor %M KB' "$@" >"$folder/out" 2>"$folder/err"; then
    printf '%-20s %-28s %-7s %s | %s\n' "$method" "$size" "$side" "$(tail -n 1 "$folder/out")" "$(tail -n 1 "$folder/time")"
  else
    printf '%-20s %-28s %-7s failed: %s\n' "$method" "$size" "$side" "$(tail -n 2 "$folder/err" | tr '\n' ' ')"
  fi
}

for line in "$@"; do
  method=${line%%:*}
  rest=${line#*:}
  judgments=${rest%%:*}
  rest=${rest#*:}
  classes=${rest%%:*}
  sweeps=${rest#*:}
  [ "$sweeps" != "$rest" ] || sweeps=20
  case $method in
    ratings | noisy-bradley-terry)
      file=$folder/battles-$judgments.csv
      [ -f "$file" ] || "$python" "$here/battles.py" "$judgments" "$file"
      ;;
    *)
      file=$folder/crowd-$judgments-$classes.csv
      [ -f "$file" ] || "$python" "$here/crowd.py" "$judgments" "$classes" "$file"
      ;;
  esac
  size="$judgments, $classes classes, $sweeps"
  # shellcheck disable=SC2086 # options are words
  measured ours "$java" ${JAVA_OPTS:--XX:+UseSerialGC} --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$classpath" \
    Ours "$method" "$file" "$sweeps"
  [ "${SIDES:-both}" = ours ] || measured theirs "$python" "$here/theirs.py" "$method" "$file" "$sweeps"
done
