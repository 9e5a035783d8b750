/** How the names of the files of a language end, without the dot; as VS Code has them. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['md', 'markdown', 'mkd', 'mdown', 'mdwn'],
  mdx: ['mdx'],
  quarto: ['qmd'],
  yaml: ['yaml', 'yml', 'eyaml', 'eyml'],
  json: ['json'],
  jsonc: ['jsonc'],
  toml: ['toml'],
  asciidoc: ['adoc', 'asciidoc', 'asc'],
  plaintext: ['txt'],
  restructuredtext: ['rst'],
  html: ['html', 'htm'],
};

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTENSIONS).flatMap(([language, extensions]) =>
    extensions.map((extension) => [extension, language] as const),
  ),
);

/** The endings of the files of these languages, sorted, none twice. */
export function extensionsOf(languages: readonly string[]): string[] {
  const known = languages.filter((language) => Object.hasOwn(EXTENSIONS, language));
  return [...new Set(known.flatMap((language) => EXTENSIONS[language] ?? []))].sort();
}

/** The language that a file's name tells; undefined where it tells none. */
export function languageOfName(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : LANGUAGES.get(name.slice(dot + 1).toLowerCase());
}
