/** The steps in what `build --timings` printed, in CPU seconds: a table with a line for each, its CPU time first. */
export function phasesIn(printed: string): ReadonlyMap<string, number> {
  const lines = printed.split("\n");
  const start = lines.findIndex((line) => /^phase +CPU ms +ms$/.test(line.trim()));
  if (start < 0) throw new Error("the build printed no table of its phases");
  return new Map(
    lines.slice(start + 1).flatMap((line) => {
      const [, name, cpuMs] = /^(\S.*?) {2,}(\d+) +\d+$/.exec(line.trim()) ?? [];
      return name === undefined ? [] : [[name, Number(cpuMs) / 1000] as const];
    }),
  );
}
