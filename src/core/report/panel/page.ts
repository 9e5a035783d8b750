import { Html, markup, NOTHING } from '../htmlText';
import { titleOf } from '../phrases';
import type { CoverageReport } from '../report';
import { NARROW_STYLE } from './narrow';
import { PANEL_STYLE } from './style';

export interface PageOptions {
  /** From `panelBody`, or from `panelHead` while the rest is still to come. */
  readonly body: string;
  readonly isWhole: boolean;
  /** New for each page. */
  readonly nonce: string;
  /** Address of the page's script. */
  readonly script: string;
  /** What the report is of, kept by the page for when the editor opens it again. */
  readonly source: string;
}

/** The script of the page asks for it. */
const PARTIAL = new Html(' data-partial');

/** A page that loads its own script and style and nothing else. */
export function panelPage(
  report: CoverageReport,
  { body, isWhole, nonce, script, source }: PageOptions,
): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(report)}</title>
<style nonce="${nonce}">${new Html(PANEL_STYLE)}${new Html(NARROW_STYLE)}</style>
</head>
<body data-source="${source}"${isWhole ? NOTHING : PARTIAL}>
<div id="report">${new Html(body)}</div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`.source;
}
