import { run } from './import';

process.exitCode = run(
  process.argv.slice(2),
  (line) => console.log(line),
  (line) => console.error(line),
);
