# Sourced by the scripts of this folder: where the project is, and how they speak.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dev=$root/infra/dev
venv=$root/target/venv
cd "$root"

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
fail() {
    printf '\n!! %s\n' "$*" >&2
    exit 1
}

# step <title> <command…>: runs it, prints how long it took, ends everything when it fails.
step() {
    local title=$1 started=$SECONDS
    shift
    say "$title"
    "$@" || fail "$title: failed after $((SECONDS - started)) s ($*)"
    note "$title: $((SECONDS - started)) s"
}
