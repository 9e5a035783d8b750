/** The report as `JSON.stringify(report, null, 2)` writes it and a line break, item by item of its lists. */
export function* jsonPieces(report: object): Generator<string> {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(report);
  yield '{';
  for (const [at, [key, value]] of parts.entries()) {
    yield `${at > 0 ? ',' : ''}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* items(value);
    else yield nested([value], '[\n  ', '\n]');
  }
  yield '\n}\n';
}

function* items(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [at, item] of list.entries())
    yield `${at > 0 ? ',' : ''}\n    ${nested([[item]], '[\n  [\n    ', '\n  ]\n]')}`;
  yield '\n  ]';
}

/** A value as deep as it stands in the report, without what is around it. */
function nested(value: unknown, before: string, after: string): string {
  return JSON.stringify(value, null, 2).slice(before.length, -after.length);
}
