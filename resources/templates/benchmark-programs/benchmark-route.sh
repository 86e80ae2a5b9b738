#!/bin/sh
# A stand-in for a benchmark program: finds routes over a grid of heights that it makes once and keeps in
# route-cache/. What it prints as JSON can be checked, and its reason code is counted.
set -eu
seed=1
while [ $# -gt 0 ]; do
    case $1 in
    --seed) seed=$2; shift 2 ;;
    *) echo "unknown argument $1" >&2; exit 2 ;;
    esac
done
tile=route-cache/heights-$seed.txt
reason=cache_hit
if [ ! -f "$tile" ]; then
    reason=cache_miss
    mkdir -p route-cache
    awk -v seed="$seed" 'BEGIN {
        value = seed % 65521
        for (i = 0; i < 400000; i++) { value = (value * 17364 + 1) % 65521; if (i % 100 == 0) print value % 900 }
    }' >"$tile.new"
    mv "$tile.new" "$tile"
fi
awk -v reason="$reason" '
    { sum += $1; if (NR > 1 && $1 > last) climb += $1 - last; last = $1 }
    END { printf "{\"routes\": [{\"points\": %d, \"climb_m\": %d}], \"reason_code\": \"%s\"}\n", NR, climb, reason }' "$tile"
