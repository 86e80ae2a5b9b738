#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# inwindow.sh PROGRAM [ARGUMENT...]: runs it on a screen of its own (Xvfb, 1440x900) with a window manager, so that
# windows get focus, frames and sizes as on a desktop. Both are gone afterwards; its exit code is the program's.
set -euo pipefail
folder=$(mktemp -d)
children=()
tidy() {
    [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap tidy EXIT
mkfifo "$folder/number"
Xvfb -displayfd 7 -screen 0 1440x900x24 -nolisten tcp 7>"$folder/number" 2>/dev/null &
children+=($!)
read -r number <"$folder/number"
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
XDG_CONFIG_HOME=$folder openbox --sm-disable 2>/dev/null &
children+=($!)
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
    kill -0 "${children[1]}" # no window manager: stop instead of waiting for ever
    sleep 0.05
done
"$@"
