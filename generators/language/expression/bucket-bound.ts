/**
 * How the value of an `le` or `quantile` label may be spelled in a stored series.
 *
 * A bound of 1 is exposed as `1` by most clients, and Prometheus 3 stores it as `1.0`; 1000000 becomes `1e+06`. The first
 * spelling is the one given, the second, where it differs, that of Prometheus 3.
 */
export function boundSpellings(bound: string): readonly string[] {
  const value = Number(bound);
  if (bound === "" || !Number.isFinite(value)) return [bound];
  const stored = openMetricsNumber(value);
  return stored === bound ? [bound] : [bound, stored];
}

/** A number as OpenMetrics wants bounds: Go's shortest form, with a point or an exponent. */
function openMetricsNumber(value: number): string {
  const text = goNumber(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A number as Go prints it with %g: with an exponent below 0.0001 and from a million on. */
function goNumber(value: number): string {
  if (value === 0) return "0";
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return decimal(digits, exponent);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** `digits × 10^exponent` without an exponent; JavaScript itself writes numbers of this size so. */
function decimal(digits: string, exponent: number): string {
  return String(Number(`${digits}e${exponent}`));
}
