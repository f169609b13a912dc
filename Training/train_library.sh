#!/usr/bin/env bash
# Compares networks, trains one, judges it and exports the library, each within a number of minutes.
#
#   ./train_library.sh DATA OUT
#
# DATA is what `python -m pastiche_training.pack` made. Run again with the same OUT, training goes on where it was
# stopped, and the other stages are skipped once they are done (OUT/STAGE.done). Set in the environment:
#   STAGES           which to run                (compare train evaluate export)
#   COMPARE_MINUTES  of training, for all networks together (8)
#   TRAIN_MINUTES    of training in all          (18)
#   STOP_AFTER       minutes after which this run's training stops, wherever it is
#   COMPARE_FLAGS, TRAIN_FLAGS, EVALUATE_FLAGS, EXPORT_FLAGS   more options for each stage, like the network
#   PYTHON           the interpreter             (python3)
set -euo pipefail
data=$(realpath "$1")
mkdir -p "$2"
output=$(realpath "$2")
cd "$(dirname "$0")"
export PYTHONUNBUFFERED=1

run() { # MODULE OPTIONS...
    echo "== $1, $(date -u +%H:%M:%S)" >&2
    "${PYTHON:-python3}" -m "pastiche_training.$1" "${@:2}" 2>&1 | tee -a "$output/$1.log"
}

once() { # MODULE OPTIONS...
    if [[ ! -e $output/$1.done ]]; then
        run "$@"
        touch "$output/$1.done"
    fi
}

for stage in ${STAGES:-compare train evaluate export}; do
    # Flags are several words each.
    # shellcheck disable=SC2086
    case $stage in
    compare)
        once compare "$data" -o "$output/compare" --minutes "${COMPARE_MINUTES:-8}" ${COMPARE_FLAGS:-}
        ;;
    train)
        run train "$data" -o "$output/library" --minutes "${TRAIN_MINUTES:-18}" \
            ${STOP_AFTER:+--stop-after "$STOP_AFTER"} ${TRAIN_FLAGS:-}
        ;;
    evaluate)
        # Stability is judged on two networks of the comparison, which differ in the coherence loss alone.
        pair=()
        if [[ -e $output/compare/wide-coherence_weight-0.safetensors ]]; then
            pair=(--without "$output/compare/wide-coherence_weight-0.safetensors"
                --with-term "$output/compare/wide.safetensors")
        fi
        once evaluate "$data" -o "$output/evaluation" --weights "$output/library/network.safetensors" \
            ${pair[@]+"${pair[@]}"} ${EVALUATE_FLAGS:-}
        ;;
    export)
        once export "$output/library/network.safetensors" ../Photographs/Library/summer-palace.jpg \
            -o "$output/exported" ${EXPORT_FLAGS:-}
        ;;
    *)
        echo "there is no stage called '$stage'" >&2
        exit 64
        ;;
    esac
done
