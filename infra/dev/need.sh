# Sourced: installs what this machine lacks, says what and why once, and touches nothing that was there before.
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

missing=()

# need <command or file> <why> <packages…>: notes Debian packages to install when the first is not there.
need() {
    local what=$1 why=$2
    shift 2
    if command -v "$what" >/dev/null || compgen -G "$what" >/dev/null; then
        return 0
    fi
    note "installing $*: $why"
    missing+=("$@")
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        note "sudo: apt-get needs root"
        sudo "$@"
    else
        fail "root is needed to install ${missing[*]}, and sudo is not here: install them and start again"
    fi
}

# Packages of services would start one of their own. For the minutes of the installation nothing may start, and
# postgresql-common is told not to make a cluster; both files are taken away again when we were the ones to write them.
install_missing() {
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || fail "this machine has no apt-get; please install: ${missing[*]}"
    as_root bash -s -- "${missing[@]}" <<'ROOT' || fail "apt-get could not install ${missing[*]}"
set -euo pipefail
policy=/usr/sbin/policy-rc.d
cluster=/etc/postgresql-common/createcluster.conf
ours=()
trap 'rm -f "${ours[@]}"' EXIT
if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod 755 $policy
    ours+=($policy)
fi
if [ ! -e $cluster ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >$cluster
    ours+=($cluster)
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confdef \
    -o Dpkg::Options::=--force-confold "$@" >/dev/null
ROOT
    missing=()
}

rustup_has_wasm() {
    compgen -G "$(rustc --print target-libdir --target wasm32-unknown-unknown)/libstd-*" >/dev/null
}

# A closed network can make rustup hang, so it gets a minute; then Debian's compiler builds std from its sources.
need_wasm() {
    rustup_has_wasm && return 0
    note "asking rustup for the wasm32-unknown-unknown target: the web UI is compiled to it"
    if timeout 60 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && rustup_has_wasm; then
        return 0
    fi
    local why="rustup gave no wasm target, so Debian's compiler builds the web UI"
    need /usr/bin/rustc "$why" rustc-web
    need /usr/bin/cargo "$why" cargo-web
    need /usr/lib/rustlib/src/rust/library "$why" rust-web-src
    need /usr/bin/wasm-ld-19 "$why" lld-19
}

need_rust() {
    command -v cargo >/dev/null || PATH=$HOME/.cargo/bin:$PATH
    command -v cargo >/dev/null || fail "Rust is missing: install it with rustup (https://rustup.rs), then start again"
    command -v cc >/dev/null || need cc "crates compile C code" gcc libc6-dev
}

need_services() {
    need '/usr/lib/postgresql/*/bin/initdb' "store tests run on a private Postgres" postgresql-15
    need redis-server "cache and bus tests run on a private Redis" redis-server
    need_python
}

need_python() {
    need python3 "services and browser tests are driven from Python" python3
    python3 -c 'import ensurepip' 2>/dev/null || need no-ensurepip "Python packages live in target/venv" python3-venv
}

need_peers() {
    need sipp "the SIP tests talk to real peers" sip-tester
    need baresip "the SIP tests hear real sound through a real client" baresip
    need chromium "the end-to-end tests click through the web UI" chromium
}

# Python packages in a folder of the project, at the versions that requirements.txt pins.
need_venv() {
    local wanted=$dev/requirements.txt
    cmp -s "$wanted" "$venv/requirements.txt" && return 0
    note "installing Python packages into target/venv: S3 and mail stand-ins, argon2, pytest, the browser's driver"
    python3 -m venv --clear "$venv" || fail "python3 could not make target/venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted" ||
        fail "pip could not install $wanted"
    cp "$wanted" "$venv/requirements.txt"
}
