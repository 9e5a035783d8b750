/** The code of a failure of the file system (`ENOENT`): its message would tell the whole path. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
