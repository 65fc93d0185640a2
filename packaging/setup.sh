# Makes .venv in the checkout ready. Sourced by `run` and `test`, which then call `set_up run` or `set_up dev`.
# Says nothing while all is well; a second call returns at once as long as nothing it depends on has changed.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python

# What PySide6 needs of Debian or Ubuntu: Qt itself, lrelease, the window (X11, Wayland) and a Korean font.
system_packages=(
    libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3
    libgssapi-krb5-2
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libx11-xcb1 libxcb-randr0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
    libwayland-cursor0 libwayland-egl1
    fonts-nanum
)

# Qt and old Pythons read the names of files wrongly in a locale that is not UTF-8.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "Kinu Reader could not be set up: $*"
    exit 1
}

# Run a command without a word; show what it said only if it fails.
quietly() {
    local said
    said=$("$@" 2>&1 </dev/null) || { say "$said"; return 1; }
}

# True if the named Python is 3.11 or newer and can make an environment (Debian cuts ensurepip out of its python3).
is_good_python() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 </dev/null
}

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3 python; do
        if is_good_python "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Print the system packages that are absent, one a line. Ubuntu's renamed libraries still name what they provide.
missing_packages() {
    local installed name
    command -v dpkg-query >/dev/null || return 0
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}, ${Provides},\n' | grep '^installed ')
    for name in "${system_packages[@]}"; do
        grep -qE " $name( \([^)]*\))?," <<<"$installed" || printf '%s\n' "$name"
    done
    find_python >/dev/null || printf '%s\n' python3 python3-venv
}

# Install what is absent when allowed to; else say how. Whether it works without them is found out later.
provide_system_packages() {
    local missing
    missing=$(missing_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "Some system packages that Kinu Reader needs are not installed. To install them:"
        say "    sudo apt-get install --no-install-recommends ${missing% }"
        return 0
    fi
    say "Installing system packages: ${missing% }"
    quietly apt-get update -qq || say "The list of system packages could not be renewed; trying with the present one."
    # shellcheck disable=SC2086  # a list of words
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -qq --yes --no-install-recommends $missing ||
        fail "apt-get could not install the system packages above."
}

# Print all that an environment depends on: another text means it must be made ready again.
fingerprint() {
    "$python" -VV 2>&1 || return 1
    (
        cd -- "$root" && pwd -P
        shopt -s nullglob
        printf '%s\n' resources/translations/*
        cksum pyproject.toml packaging/constraints.txt packaging/build_hook.py packaging/setup.sh \
            resources/translations/*.ts
    )
}

is_ready() {
    [ -r "$venv/ready-$1" ] && [ "$(cat -- "$venv/ready-$1")" = "$(fingerprint)" ]
}

# Make the environment, anew if its Python is gone or the checkout was moved (its scripts name the old place).
make_environment() {
    local base
    if is_good_python "$python" && [ "$(cat -- "$venv/made-for" 2>/dev/null)" = "$root" ]; then return; fi
    base=$(find_python) || fail "it needs Python 3.11 or newer with its venv module, and found none."
    quietly "$base" -m venv --clear "$venv" || fail "$base could not make the environment $venv."
    printf '%s\n' "$root" >"$venv/made-for"
}

pip_install() {
    quietly "$python" -m pip install --quiet --disable-pip-version-check --progress-bar off \
        --constraint packaging/constraints.txt "$@"
}

# Install the project in place. The build runs in the same environment: an own one would fetch Qt a second time.
install_project() (
    cd -- "$root" || exit
    pip_install hatchling PySide6-Essentials || fail "pip could not install what the build needs; see above."
    pip_install --no-build-isolation --editable "$1" || fail "pip could not install the project; see above."
    # Whoosh 2.7.4 has escapes that newer Pythons warn of whenever they compile it: compile it once, here.
    "$python" -W ignore -m compileall -q "$venv"/lib/python3*/site-packages/whoosh || true
    quietly "$python" -c 'import PySide6.QtWidgets, pymupdf, whoosh' ||
        fail "the libraries are installed but do not start; see above."
)

set_up() {
    local ready=$1 project=.
    if is_ready "$ready"; then return; fi
    [ -w "$root" ] || fail "$root cannot be written to. Copy the checkout to a folder of your own and start there."
    say "Setting up Kinu Reader in $venv (the first time takes a minute or two)."
    provide_system_packages
    make_environment
    rm -f -- "$venv"/ready-*
    if [ "$ready" = dev ]; then project='.[dev]'; fi
    install_project "$project"
    fingerprint >"$venv/ready-run"
    if [ "$ready" = dev ]; then cp -- "$venv/ready-run" "$venv/ready-dev"; fi
}
