/** Command-line flags out of an object: `{ port: 0, quiet: true, loud: false }` gives `--port=0 --quiet`. */
export function flags(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
}
