export const HELP = `Usage: control-lens COMMAND

  check PATHS…     Check the policies below the paths
  explain ID       Tell what is known about a technique or a control
  refs PATHS…      List every reference with its edition, certainty and evidence
  coverage PATHS…  Set the techniques that are named against the controls that are cited

Options of all commands
  --format FORMAT            text or json (default: text); for check also sarif and github, for coverage
                             also markdown, html, csv and navigator
  --edition EDITION          auto, 4.1, 4.0 or mapping: how controls are numbered where a document does not
                             say; for explain, the edition of the id (default: auto)
  --framework KEY[,KEY]      ccm or nist-800-53: whose controls are read and shown (default: all of them)

Options of check, refs and coverage
  --settings FILE            take the editor's settings from its file, as .vscode/settings.json; the options
                             here say more
  --exclude GLOB             leave out what matches below the folders, as 'vendor/**'; can be repeated
  --assume auto|always|never whether ids shaped like controls are taken for controls (default: auto)

Options of check and coverage
  --attack VERSION           newest, 19.1, 18.1 or 17.1: the ATT&CK release to judge by (default: newest)
  -o, --output FILE          write to a file what would be printed, and print its counts

Options of check
  --rule RULE=SEVERITY       error, warning, information, hint or off; can be repeated
  --catalogs summary|each    in a document that lists half of an edition's controls, tell once that controls have
                             no mapping, or of each (default: summary)
  --fail-on SEVERITY         error, warning, information, hint or never: what makes the exit code 1
                             (default: warning)
  --hints                    list hints too

Exit codes: 0 clean, 1 findings at or above --fail-on, or an unknown id; 2 could not run.
`;
