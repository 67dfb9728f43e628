import { type ExpressionType, unknownType } from "../expression-type.ts";
import { type Argument, type TypedCall, type Inference, report } from "./inference.ts";
import { resultUnit } from "../result-unit.ts";

/** Functions of histograms: of the rates of buckets, or of native histograms. */
export function inferHistogramCall(inference: Inference, call: TypedCall): ExpressionType {
  const histogram = call.args.at(-1);
  if (!histogram || (histogram.type.kind !== "vector" && histogram.type.kind !== "unknown"))
    return unknownType;
  return call.row.labels === "without le"
    ? ofBuckets(inference, call, histogram)
    : ofNativeHistogram(inference, call, histogram.type);
}

function ofBuckets(inference: Inference, { name, row }: TypedCall, { at, type }: Argument): ExpressionType {
  const complaint = type.labels && complaintAboutBuckets(name, type, type.labels.has("le"));
  if (complaint) report(inference, at, complaint);
  const labels = type.labels && new Map([...type.labels].filter(([label]) => label !== "le"));
  const unit = resultUnit(row.unit, type);
  const result = { kind: "vector", labels, unit, condition: type.condition } as const;
  if (unit === "ratio") return { ...result, bound: { kind: "interval", min: 0, max: 1 } };
  const series = (type.series ?? []).filter((one) => one.type === "bucket");
  const bound = series.length > 0 ? ({ kind: "buckets", series } as const) : undefined;
  return { ...result, bound };
}

function complaintAboutBuckets(
  name: string,
  { samples }: ExpressionType,
  hasLe: boolean,
): string | undefined {
  if (samples === "bucket")
    return `${name}() of buckets since the start of the process: use rate(…_bucket[5m])`;
  if (samples === "some bucket rates")
    return `${name}() of buckets of which a comparison leaves some out: the lowest that is left would begin at 0; compare the quantile, or write … and on (…) sum by (…) (rate(…_count[5m])) > 0`;
  if (samples !== "bucket rate") return `${name}() needs the rate() of a histogram's _bucket`;
  return hasLe ? undefined : `${name}() needs the label le: keep it with by (…, le)`;
}

/** All that is declared are histograms with buckets, so a series of the catalogue is never a native one. */
function ofNativeHistogram(
  inference: Inference,
  { name, row, span }: TypedCall,
  type: ExpressionType,
): ExpressionType {
  const series = type.series?.[0];
  if (series) report(inference, span, `${name}() is for native histograms, and ${series.name} is none`);
  return { kind: "vector", labels: type.labels, unit: resultUnit(row.unit, type), condition: false };
}
