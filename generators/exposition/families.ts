import type { Family, FamilyType, Sample } from "./exposition.ts";

/** What the comments of an exposition say of a family. */
export interface Described {
  type?: FamilyType;
  help?: string;
  unit?: string;
}

/** The endings that the samples of a family have behind its name, by its type. */
const endings: Readonly<Record<FamilyType, readonly string[]>> = {
  counter: ["", "_total", "_created"],
  gauge: [""],
  histogram: ["_bucket", "_sum", "_count", "_created"],
  summary: ["", "_sum", "_count", "_created"],
  untyped: [""],
  unknown: [""],
  info: ["_info", ""],
  stateset: [""],
  gaugehistogram: ["_bucket", "_gsum", "_gcount"],
};

/** Brings samples to their families: `shop_wait_seconds_bucket` belongs to the histogram `shop_wait_seconds`. */
export function familiesOf(
  described: ReadonlyMap<string, Described>,
  samples: readonly Sample[],
): readonly Family[] {
  const owners = new Map<string, string>();
  for (const [name, { type = "untyped" }] of described) {
    for (const ending of endings[type]) owners.set(name + ending, name);
  }
  // A family that has the name itself comes first.
  for (const name of described.keys()) owners.set(name, name);
  // What is described and has no series yet is a family too.
  const grouped = new Map<string, Sample[]>([...described.keys()].map((name) => [name, []]));
  for (const sample of samples) {
    const owner = owners.get(sample.name) ?? sample.name;
    const others = grouped.get(owner);
    if (others) others.push(sample);
    else grouped.set(owner, [sample]);
  }
  return [...grouped].map(([name, own]) => family(name, described.get(name) ?? {}, own));
}

function family(
  name: string,
  { type = "untyped", help = "", unit }: Described,
  all: readonly Sample[],
): Family {
  // When a series was made is no measurement; Prometheus leaves it out as well.
  const samples = all.filter((sample) => sample.name === name || !sample.name.endsWith("_created"));
  // OpenMetrics names the family of a counter without `_total`, and of an info without `_info`.
  const isLonger = type === "counter" || type === "info";
  const longer = isLonger ? samples.find((sample) => sample.name !== name)?.name : undefined;
  return { name: longer ?? name, type, help, unit, samples };
}
