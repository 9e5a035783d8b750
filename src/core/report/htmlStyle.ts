/** The style of the HTML report: system fonts, two color schemes, and a page that prints. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #fff; --panel: #f6f8fa;
  --link: #0757b8; --addressed: #56b4e9; --gap: #e69f00; --none: #bdbdbd; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9da7b1; --line: #3d444d; --back: #0d1117;
  --panel: #161b22; --link: #6cb6ff; --addressed: #3d96cc; --gap: #d08f00; --none: #6e7681; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem; background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .6rem; }
p { margin: .35rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code { font: .87em ui-monospace, monospace; }
.soft { color: var(--soft); }
.lead { font-size: 1.05rem; }
.whole { margin: 1rem 0 .5rem; border-radius: 7px; overflow: hidden; background: var(--none); }
.bar { display: block; width: 100%; height: 14px; }
.addressed { --state: var(--addressed); } .gap { --state: var(--gap); } .no-mapped-control { --state: var(--none); }
.bar rect { fill: var(--state); } .mark { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; list-style: none; margin: 0; padding: 0; }
.legend li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .5em;
  border-radius: 2px; background: var(--state); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); }
.whole-id { white-space: nowrap; } .number { text-align: right; white-space: nowrap; padding-right: 1.4rem; }
th.number { white-space: normal; vertical-align: bottom; }
td.where { overflow-wrap: anywhere; min-width: 8rem; }
.matrix { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; align-items: start; }
.tactic { border: 1px solid var(--line); border-radius: 6px; background: var(--panel); padding: .5rem; break-inside: avoid; }
.tactic h3 { font-size: .9rem; margin: 0 0 .1rem; }
.tactic p { font-size: .8rem; margin: 0 0 .4rem; }
.tactic ul { list-style: none; margin: 0; padding: 0; }
.tactic li { font-size: .82rem; line-height: 1.35; margin-top: 3px; padding: .15rem .4rem; border-left: 5px solid var(--state);
  background: var(--back); border-radius: 2px; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .87rem; }
@media print {
  :root { --text: #000; --soft: #444; --line: #bbb; --back: #fff; --panel: #fff; --link: #000; --addressed: #56b4e9;
    --gap: #e69f00; --none: #bdbdbd; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .bar, .legend li::before, .tactic li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
}
`;
