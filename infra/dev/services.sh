#!/usr/bin/env bash
# services.sh [--] <command…>: runs the command beside a Postgres, a Redis, an S3 and a mail sink that live as long.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

[ "${1:-}" = -- ] && shift
[ $# -gt 0 ] || fail "usage: infra/dev/services.sh -- <command…>"
need_services
install_missing
need_venv
exec "$venv/bin/python" "$dev/services.py" "$@"
