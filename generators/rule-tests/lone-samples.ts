import { durationInMs, formatDuration } from "../language/duration.ts";
import { windowFunctionNamed } from "../promql/functions.ts";
import { selects, type Read } from "./reads.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { Setup } from "./setup.ts";
import type { TestSeries } from "./test-series.ts";

/** Samples that are so far apart in a scenario that its rule, which compares them with each other, sees one at a time. */
export function loneSamples({ bad, reads }: Pick<Setup, "bad" | "reads">): RuleTestComplaint | undefined {
  for (const series of bad) {
    const read = reads.find((one) => selects(one, series) && seesOne(one, series));
    if (read?.windowMs !== undefined) return complaintOf(series, read.function ?? "", read.windowMs);
  }
  return undefined;
}

/** A window leaves out its own start. */
function seesOne({ windowMs, function: name = "" }: Read, { given, strideMs }: TestSeries): boolean {
  const needed = windowFunctionNamed(name)?.samples ?? 0;
  return given.kind === "follows" && windowMs !== undefined && needed > 1 && strideMs >= windowMs;
}

function complaintOf(series: TestSeries, name: string, windowMs: number): RuleTestComplaint {
  const { metric, given, everyMs } = series;
  const everyGivenMs = given.kind === "follows" ? (durationInMs(given.every) ?? series.strideMs) : 0;
  const [window, every] = [windowMs, everyGivenMs].map(formatDuration);
  const closerMs = Math.max(
    everyMs,
    Math.min(everyMs * Math.floor(windowMs / 2 / (everyMs || 1)), windowMs / 2),
  );
  const isCloser = closerMs > 0 && Number.isInteger(closerMs) && 2 * closerMs <= windowMs;
  const closer = isCloser
    ? `give samples that are ${formatDuration(closerMs)} apart: follows(…, "${formatDuration(closerMs)}", …), or `
    : "";
  return {
    place: given.place,
    message: `does not fire in its scenario: ${name}() compares samples with each other, and a window of ${window} holds one, because ${metric} is given every ${every}`,
    fix: `${closer}use a window of ${formatDuration(2 * everyGivenMs)} or longer: ${name}("${formatDuration(2 * everyGivenMs)}")`,
    texts: [`${name}("${window}"`, `"${every}"`],
  };
}
