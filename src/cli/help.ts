export const HELP = `Usage: control-lens COMMAND [OPTIONS]

  check PATHS…     Check the policies in files and folders
  explain ID       Explain a technique or a control
  refs PATHS…      List every reference with its edition, certainty and evidence
  coverage PATHS…  Compare the techniques named with the controls cited

Options for all commands
  --format FORMAT            text or json (default: text). For check also sarif and github, for coverage
                             also markdown, html, csv and navigator
  --edition EDITION          auto, 4.1, 4.0 or mapping: the edition of CCM controls if a document doesn't
                             declare one. For explain, the edition of the ID (default: auto)
  --framework KEY[,KEY]      ccm or nist-800-53: the frameworks whose controls are recognized (default: all)

Options for check, refs and coverage
  --settings FILE            read the editor's settings from a file such as .vscode/settings.json.
                             Command-line options take precedence
  --exclude GLOB             skip what matches in the folders, such as 'vendor/**'. Can be repeated
  --assume auto|always|never whether to treat IDs that look like controls as controls (default: auto)

Options for check and coverage
  --attack VERSION           newest, 19.1, 18.1 or 17.1: the ATT&CK release to check against (default: newest)
  -o, --output FILE          write the output to a file, and print only the counts

Options for check
  --rule RULE=SEVERITY       error, warning, information, hint or off. Can be repeated
  --catalogs summary|each    in a document that lists at least half of an edition's controls, report controls
                             without a mapping once per document, or each of them (default: summary)
  --fail-on SEVERITY         error, warning, information, hint or never: the lowest severity that makes the
                             exit code 1 (default: warning)
  --hints                    also list hints
  --since REF                report only what the working tree adds to a commit, branch or tag: to the commit
                             where both histories parted
  --baseline FILE            report only findings that the file doesn't have
  --update-baseline          write all findings to the file, and report none
  --prune-baseline           take findings that don't exist anymore out of the file

Exit codes: 0 no findings at or above --fail-on; 1 findings, or an unknown ID; 2 could not run.
`;
