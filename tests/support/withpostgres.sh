#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# withpostgres.sh PROGRAM [ARGUMENT...]: runs it with a PostgreSQL of its own (PGHOST, PGPORT, PGUSER, PGPASSWORD), which
# is gone afterwards. Without pg_virtualenv it runs as it is, and skips what needs a server.
set -euo pipefail
if ! command -v pg_virtualenv >/dev/null; then
    exec "$@"
fi
# A test may have taken its server down: that the cluster cannot be stopped a second time is no failure.
code=$(mktemp)
trap 'rm -f "$code"' EXIT
export PLUMB_TEST_CODE=$code
pg_virtualenv -t bash -c '"$@"; echo $? >"$PLUMB_TEST_CODE"' withpostgres "$@" || true
exit "$(cat "$code")"
