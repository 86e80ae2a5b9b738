#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# inwindow.sh PROGRAM [ARGUMENT...]: runs it on a screen of its own (Xvfb, 1440x900) with a window manager, so that
# windows get focus, frames and sizes as on a desktop. Both are gone afterwards; its exit code is the program's.
set -euo pipefail
folder=$(mktemp -d)
children=()
end_children() {
    [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    children=()
}
tidy() {
    end_children
    rm -rf "$folder"
}
trap tidy EXIT
mkfifo "$folder/number"

# start_screen: a screen with its window manager; fails where one of the two did not come up.
start_screen() {
    local number=
    Xvfb -displayfd 7 -screen 0 1440x900x24 -nolisten tcp 6>&- 7>"$folder/number" 2>/dev/null &
    children=($!)
    read -r number <"$folder/number" || return 1
    export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
    XDG_CONFIG_HOME=$folder openbox --sm-disable 6>&- 2>/dev/null &
    children+=($!)
    until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
        kill -0 "${children[0]}" 2>/dev/null && kill -0 "${children[1]}" 2>/dev/null || return 1
        sleep 0.05
    done
}

# Two servers that look for a free number at the same moment can take each other's socket away: one at a time, and
# once more where some other program's server came between.
exec 6>"${TMPDIR:-/tmp}/plumbline-screens.$(id -u).lock"
flock 6
for attempt in 1 2 3; do
    start_screen && break
    end_children
    [ "$attempt" -lt 3 ] || { echo "no screen: Xvfb or openbox did not start" >&2; exit 1; }
done
exec 6>&-
"$@"
