import { expect, test } from "vitest";
import { lastNumberOf, samplesAsked, samplesOf } from "../../generators/series/promtool.ts";
import { phaseFrom, type Series } from "../../generators/series/series.ts";

const series: Pick<Series, "phases" | "failedMs"> = {
  phases: [
    phaseFrom(30_000, { kind: "grows", by: 0.1, everyMs: 15_000 }, 7),
    phaseFrom(120_000, { kind: "missing" }, 0),
    phaseFrom(150_000, { kind: "constant", value: 3 }, 0),
    phaseFrom(210_000, { kind: "missing" }, 0),
  ],
  failedMs: [60_000],
};

test.each([-15_000, 0, 14_999, 15_000, 200_000, 240_000])(
  "samples that are asked for are those of the whole, up to %d ms, in any order",
  (untilMs) => {
    const all = samplesOf(series, 15_000, untilMs);
    expect(all).toHaveLength(Math.floor(untilMs / 15_000) + 1);
    const sampleAt = samplesAsked(series, 15_000, untilMs);
    for (const index of [9, 3, 100, 0, 14, -1, 4]) expect(sampleAt(index)).toBe(all[index]);
    expect(lastNumberOf(series, 15_000, untilMs)).toBe(all.findLast((one) => typeof one === "number"));
  },
);
