#!/bin/sh
# A stand-in for a batch benchmark: seeded, so that every run does the same work.
set -eu
pairs=100
seed=1
while [ $# -gt 0 ]; do
    case $1 in
    --pair-count) pairs=$2; shift 2 ;;
    --seed) seed=$2; shift 2 ;;
    *) echo "unknown argument $1" >&2; exit 2 ;;
    esac
done
awk -v pairs="$pairs" -v seed="$seed" -v lanes="${BATCH_CONCURRENCY:-1}" 'BEGIN {
    value = seed % 65521
    for (pair = 0; pair < pairs; pair++)
        for (i = 0; i < 1000; i++) { value = (value * 17364 + 1) % 65521; if (value % 1000 < 6) front++ }
    printf "{\"pairs\": %d, \"failed\": 0, \"pareto_points\": %d, \"concurrency\": %d}\n", pairs, front, lanes
}'
