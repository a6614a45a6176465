#!/bin/sh
# How long a trainer waits between two tasks and in a conversation of 600 turns, and what each page weighs, in a real Chromium.
# Needs a JDK 25, Maven and Chromium; builds the server first. Run it on an otherwise idle machine.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -B verify -pl stories -am -Dtest=WorkbenchSpeed -Dsurefire.failIfNoSpecifiedTests=false "$@"
