/** Colors and fonts of the editor's theme; states differ by mark and by line, not by color alone. */
export const PANEL_STYLE = `
:root { --soft: var(--vscode-descriptionForeground); --line: var(--vscode-panel-border, var(--vscode-contrastBorder, #8884));
  --box: var(--vscode-contrastBorder, transparent); --panel: var(--vscode-editorWidget-background);
  --addressed: var(--vscode-charts-blue); --gap: var(--vscode-charts-orange); --none: var(--vscode-disabledForeground, #888); }
body.vscode-high-contrast:not(.vscode-high-contrast-light) { --gap: var(--vscode-charts-yellow); } /* the orange of that theme is a brown */
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1.5rem 3rem; max-width: 90rem; color: var(--vscode-editor-foreground);
  font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.5; }
h1 { font-size: 1.5em; font-weight: 600; line-height: 1.25; margin: 0 0 .6rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15em; font-weight: 600; margin: 2rem 0 .5rem; }
p { margin: .3rem 0; }
b { font-weight: 600; }
.soft { color: var(--soft); }
.lead { font-size: 1.05em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
button { font: inherit; color: inherit; }
.go { background: none; border: 0; padding: 0; text-align: left; cursor: pointer; color: var(--vscode-textLink-foreground); }
.go:hover, a:hover { text-decoration: underline; color: var(--vscode-textLink-activeForeground); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
details > summary { cursor: pointer; margin: .7rem 0 .5rem; color: var(--vscode-textLink-foreground); }
.places .go, .places > span { display: block; overflow-wrap: anywhere; } li .places .go { display: inline; margin-right: .8em; }
.exports { margin-top: .9rem; display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; }
.export { padding: .15rem .6rem; border: 1px solid var(--vscode-button-border, var(--box)); border-radius: 3px; cursor: pointer;
  color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
.export:hover { background: var(--vscode-button-secondaryHoverBackground); }
.addressed, .named { --state: var(--addressed); } .not-named { --state: var(--none); } .gap { --state: var(--gap); } .no-mapped-control { --state: var(--none); }
.mark { display: inline-block; flex: none; width: 1.2em; margin-right: .3em; font-weight: 700; text-align: center;
  color: var(--state); }
.legend .state { white-space: nowrap; } td .state { display: flex; align-items: baseline; min-width: 7.5rem; } td .swatch { flex: none; }
.bar { display: block; width: 100%; height: 12px; }
.whole { margin: .9rem 0 .5rem; border-radius: 3px; overflow: hidden; border: 1px solid var(--box); }
.bar .addressed, .bar .addressing, .bar .named { fill: var(--addressed); } .bar .mapped { fill: var(--none); } .bar .gap, .bar .without-mapping { fill: var(--gap); }
.bar .no-mapped-control, .bar .unneeded { fill: var(--none); }
.bar .not-cited { fill: none; stroke: var(--addressed); stroke-width: 2px; stroke-dasharray: 4 2; vector-effect: non-scaling-stroke; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; margin: 0; padding: 0; }
.next { margin: .3rem 0; padding-left: 1.6rem; }
.matrix { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .6rem; align-items: start; }
.tactic { border: 1px solid var(--line); border-radius: 4px; background: var(--panel); padding: .5rem; break-inside: avoid; }
.tactic h3 { font-size: 1em; font-weight: 600; margin: 0; }
.tactic p { font-size: .9em; line-height: 1.35; margin: 0 0 .35rem; }
.tactic ul { list-style: none; margin: 0; padding: 0; }
.tactic li { margin-top: 3px; }
.tactic .go { display: flex; width: 100%; padding: .2rem .35rem; line-height: 1.35; border-left: 4px solid var(--state);
  color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); }
.tactic .not-named .go { border-left-style: dotted; } .tactic .gap .go { border-left-style: dashed; } .tactic .no-mapped-control .go { border-left-style: dotted; }
.tactic .go:hover { background: var(--vscode-list-hoverBackground); text-decoration: none; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .4rem; }
.tools input { flex: 1 1 14rem; max-width: 26rem; } .tools select { max-width: 100%; }
.tools input, .tools select { font: inherit; min-width: 0; padding: .2rem .4rem; color: var(--vscode-input-foreground);
  background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--line)); border-radius: 2px; }
.tools select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background);
  border-color: var(--vscode-dropdown-border, var(--line)); }
.tools input::placeholder { color: var(--vscode-input-placeholderForeground); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td:first-child, td .go[data-as], .whole-id { white-space: nowrap; } .rows td:last-child { min-width: 9rem; }
.number { text-align: right; white-space: nowrap; }
.sort { background: none; border: 0; padding: 0; font-weight: 600; text-align: inherit; cursor: pointer; color: var(--soft);
  white-space: nowrap; }
.sort:hover { color: var(--vscode-editor-foreground); }
.arrow { display: inline-block; width: 1em; text-align: right; }
[aria-sort="ascending"] .arrow::before { content: "↑"; } [aria-sort="descending"] .arrow::before { content: "↓"; }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
.chart thead th { color: var(--soft); white-space: normal; } .chart th[scope="row"] { font-weight: 400; width: 40%; }
.chart thead .swatch { display: block; margin: 0 0 .2em auto; }
.chart .drawn { width: 30%; min-width: 7rem; vertical-align: middle; }
.swatch { display: inline-block; width: .8em; height: .8em; margin-right: .4em; border: 2px solid transparent; }
.swatch.addressing, .swatch.named { background: var(--addressed); } .swatch.mapped { background: var(--none); } .swatch.unneeded { background: var(--none); }
.swatch.without-mapping { background: var(--gap); } .swatch.not-cited { border: 2px dashed var(--addressed); }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
[hidden] { display: none !important; }
@media print {
  :root, body, body.vscode-high-contrast:not(.vscode-high-contrast-light) { --soft: #444; --line: #bbb; --box: transparent; --panel: #fff; --addressed: #56b4e9;
    --gap: #e69f00; --none: #bdbdbd; }
  body, button, .go, .tactic .go { color: #000; background: #fff; }
  body { max-width: none; padding: 0; }
  .exports, .tools, .arrow, .page, .hint { display: none; }
  :focus-visible { outline: 0; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .bar, .tactic .go, .swatch, .mark { print-color-adjust: exact; }
  .scroll { overflow: visible; }
}
`;
