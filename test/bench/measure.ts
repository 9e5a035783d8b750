/** Milliseconds of processor time: the machine may be busy with something else. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs that do not count: by then the engine has compiled what it will. */
const WARM_UP = 6;

/** Milliseconds of processor time, the median of several runs. */
export function medianOf(work: () => unknown, runs = 15): number {
  for (let run = 0; run < WARM_UP; run++) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = processorTime();
    work();
    times.push(processorTime() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** Prints the times of some works and their ratios to a base that is measured in the same run. */
export function table(
  title: string,
  baseName: string,
  base: () => unknown,
  works: Readonly<Record<string, () => unknown>>,
): void {
  console.log(`\n${title}`);
  const baseTime = medianOf(base);
  print(baseName, baseTime, baseTime);
  for (const [name, work] of Object.entries(works)) print(name, medianOf(work), baseTime);
}

function print(name: string, time: number, base: number): void {
  console.log(
    `  ${name.padEnd(40)} ${time.toFixed(2).padStart(9)} ms   ${(time / base).toFixed(1).padStart(7)} x`,
  );
}
