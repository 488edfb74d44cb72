#!/usr/bin/env bash
# Runs the gate for a CI system by variables, so that no text of a workflow or a pull request becomes part of a command.
# GATE_HOME is the folder of the gate. Each other variable is the option of `baseline check` with its name; an empty one
# is an option that is not given. The exit code is the gate's.
set -u

options=()
for name in program stack preset policy-config exemptions organization-policy baseline undecided out; do
  variable="GATE_${name//-/_}"
  variable="${variable^^}"
  value="${!variable:-}"
  # With "=", a value that begins with a dash is no option of its own.
  if [ -n "$value" ]; then options+=("--$name=$value"); fi
done

exec node "$GATE_HOME/cli/baseline.js" check "${options[@]}"
