#!/usr/bin/env bash
# What the action runs: the inputs come as environment variables, so that none of them is read as a command.
set -euo pipefail

read -ra program <<<"$CONTROL_LENS"

paths=()
while IFS= read -r line; do
  if [[ -n "${line//[[:space:]]/}" ]]; then paths+=("$line"); fi
done <<<"$PATHS"

compared=()
if [[ -n "$SINCE" ]]; then compared+=(--since "$SINCE"); fi
if [[ -n "$BASELINE" ]]; then compared+=(--baseline "$BASELINE"); fi

options=(--format "$FORMAT" "${compared[@]}")
if [[ -n "$FAIL_ON" ]]; then options+=(--fail-on "$FAIL_ON"); fi
if [[ -n "$MAX_WARNINGS" ]]; then options+=(--max-warnings "$MAX_WARNINGS"); fi

if [[ -n "$SARIF_FILE" ]]; then
  "${program[@]}" check --fail-on never --format sarif --output "$SARIF_FILE" "${compared[@]}" -- "${paths[@]}"
fi
if [[ "$SUMMARY" == true && -n "${GITHUB_STEP_SUMMARY:-}" ]]; then
  "${program[@]}" coverage --format markdown -- "${paths[@]}" >>"$GITHUB_STEP_SUMMARY"
fi
"${program[@]}" check "${options[@]}" -- "${paths[@]}"
