#!/usr/bin/env bash
# Computes one part: the task of a Slurm array (from 1) or the pod of an indexed Job (from 0).
#
#   part.sh scenario.yaml PARTS_FOLDER ROWS_FOLDER
#
# Run again it goes on where it was stopped, and computes nothing twice.
set -euo pipefail
index=${SLURM_ARRAY_TASK_ID:-$((${JOB_COMPLETION_INDEX:?neither a Slurm array nor an indexed Job} + 1))}
part=$(find "$2" -name 'part-*.csv' | LC_ALL=C sort | sed -n "${index}p")
: "${part:?there is no part $index in $2}"
mkdir -p "$3"
exec "${ANTENNE:-antenne}" sites "$1" --candidates "$part" --rows "$3/$(basename "$part" .csv).rows" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" >/dev/null
