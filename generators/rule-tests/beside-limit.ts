import { formatQuantity } from "../text/quantity.ts";
import type { Setup } from "./setup.ts";
import { quantileAtLimit, silentSide, type TestSeries } from "./test-series.ts";

/**
 * What the name of the scene at the limit adds where another value is played than the author gives.
 *
 * Prometheus works out a quantile from where it lies inside of its bucket. Not every value comes out of that to the last digit, and one
 * that came out on the other side of the threshold would fire.
 */
export function besideWords({ bad, reads }: Pick<Setup, "bad" | "reads">): string {
  const texts = bad.flatMap((one) => playedText(one, reads) ?? []);
  const [first] = new Set(texts);
  return first === undefined
    ? ""
    : `, played at ${first}, the nearest value on the silent side: a quantile is estimated inside of its bucket`;
}

/** The value that is played; undefined where it is the one that is given. */
function playedText(series: TestSeries, reads: Setup["reads"]): string | undefined {
  const { given } = series;
  if (given.kind !== "quantile" || given.levels.limit === "missing") return undefined;
  const { limit } = given.levels;
  const played = quantileAtLimit(series, reads);
  if (played === undefined || played === limit) return undefined;
  const [wanted, text] = [limit, toldApart(played, limit)].map((value) => formatQuantity(value, given.unit));
  return text === wanted ? `a hair ${silentSide(given) ?? "beside"} ${wanted}` : text;
}

/** As few digits as tell a value from another. */
function toldApart(value: number, other: number): number {
  for (let digits = 3; digits < 15; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (short !== other && short < other === value < other) return short;
  }
  return value;
}
