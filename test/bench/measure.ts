/** Runs that do not count: by then the engine has compiled what it will. */
const WARM_UP = 6;

/** Milliseconds, the fastest of several runs: what else the machine does makes a run slower and never faster. */
export function fastestOf(work: () => unknown, runs = 15): number {
  for (let run = 0; run < WARM_UP; run++) work();
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

/** Prints the times of some works and their ratios to a base that is measured in the same run. */
export function table(
  title: string,
  baseName: string,
  base: () => unknown,
  works: Readonly<Record<string, () => unknown>>,
): void {
  console.log(`\n${title}`);
  const baseTime = fastestOf(base);
  print(baseName, baseTime, baseTime);
  for (const [name, work] of Object.entries(works)) print(name, fastestOf(work), baseTime);
}

function print(name: string, time: number, base: number): void {
  console.log(
    `  ${name.padEnd(40)} ${time.toFixed(2).padStart(9)} ms   ${(time / base).toFixed(1).padStart(7)} x`,
  );
}
