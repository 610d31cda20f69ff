#!/bin/sh
# Makes .venv and installs the locked requirements: `setup.sh run|dev [python]`. Instant when nothing changed.
set -eu
which="$1"
python="${2:-python3}"
stamp=".venv/.installed-$which"
wanted=$(cksum < "requirements/$which.txt")

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -x .venv/bin/python ]; then exit 0; fi
if [ "$which" = run ] && [ -f .venv/.installed-dev ] && [ "$(cat .venv/.installed-dev)" = "$(cksum < requirements/dev.txt)" ]; then
    exit 0 # the larger set holds the smaller one
fi

if ! command -v "$python" > /dev/null; then
    echo "Python 3.11 or newer is needed (Debian: apt install python3 python3-venv)." >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or newer is needed; $python is $("$python" -V). Name another: make PYTHON=python3.11 up" >&2
    exit 1
fi
if [ ! -x .venv/bin/python ]; then
    if ! "$python" -c 'import venv, ensurepip' 2> /dev/null; then
        echo "Python's venv module is missing (Debian: apt install python3-venv)." >&2
        exit 1
    fi
    echo "making .venv"
    "$python" -m venv .venv
fi
echo "installing the locked requirements ($which); this takes a minute the first time"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$which.txt"
echo "$wanted" > "$stamp"
