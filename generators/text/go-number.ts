/** A number as Go's `%g` prints it: `90`, `1.5e+06`; with `digits` as `%.4g` does, else with as many as it takes. */
export function printGeneral(value: number, digits?: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const { sign, figures, exponent } = rounded(value, digits);
  // Where it prints as many digits as it takes, Go decides as if they were six.
  const most = digits ?? 6;
  const isWhole = figures.length > exponent;
  const limit = digits !== undefined && most > figures.length && isWhole ? figures.length : most;
  if (exponent < -4 || exponent >= limit) return `${sign}${scientific(figures, exponent)}`;
  return sign + positional(figures, exponent);
}

/** A number with as many digits as it takes, and no exponent: as `count_values` names it. */
export function printPositional(value: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const { sign, figures, exponent } = rounded(value);
  return sign + positional(figures, exponent);
}

/** A number as Go's `%.2f` prints it. */
export function printFixed(value: number, decimals: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  // JavaScript writes what is larger with an exponent; numbers of that size are whole.
  if (size >= 1e21) return `${sign}${BigInt(size)}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const exact = size.toFixed(100);
  const end = exact.indexOf(".") + (decimals > 0 ? 1 + decimals : 0);
  const [kept, rest] = [exact.slice(0, end), exact.slice(end).replace(".", "")];
  return sign + (isHalf(rest) && isEven(kept.at(-1)) ? kept : size.toFixed(decimals));
}

/** A number as Go's `%.2e` prints it. */
export function printScientific(value: number, decimals: number): string {
  const special = notFinite(value);
  if (special !== undefined) return special;
  if (value === 0) return scientific("0".padEnd(decimals + 1, "0"), 0);
  const { sign, figures, exponent } = rounded(value, decimals + 1);
  return sign + scientific(figures.padEnd(decimals + 1, "0"), exponent);
}

function notFinite(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? undefined : value > 0 ? "+Inf" : "-Inf";
}

interface Decimal {
  readonly sign: "" | "-";
  /** Without zeros at the end. */
  readonly figures: string;
  /** Of the first figure. */
  readonly exponent: number;
}

/** JavaScript rounds a number that lies just between two away from zero, Go to the even one of them. */
function rounded(value: number, digits?: number): Decimal {
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(value);
  if (digits === undefined) return decimal(sign, size.toExponential());
  // A number that lies just between two of so few digits has an end, and it is soon reached.
  const [exact = ""] = size.toExponential(100).replace(".", "").split("e");
  if (!isHalf(exact.slice(digits)) || !isEven(exact[digits - 1]))
    return decimal(sign, size.toExponential(digits - 1));
  return decimal(sign, `${exact.slice(0, digits)}e${decimalExponent(size)}`);
}

/** Whether what was cut off is just half of the last figure that was kept. */
function isHalf(rest: string): boolean {
  return /^50*$/.test(rest);
}

function isEven(figure = ""): boolean {
  return Number(figure) % 2 === 0;
}

function decimal(sign: Decimal["sign"], text: string): Decimal {
  const [digits = "", exponent = ""] = text.split("e");
  return { sign, figures: digits.replace(".", "").replace(/0+$/, ""), exponent: Number(exponent) };
}

function decimalExponent(size: number): number {
  return Number(size.toExponential().split("e")[1]);
}

function scientific(figures: string, exponent: number): string {
  const point = figures.length > 1 ? "." : "";
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${figures[0] ?? "0"}${point}${figures.slice(1)}e${exponent < 0 ? "-" : "+"}${size}`;
}

function positional(figures: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${figures}`;
  const whole = figures.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const rest = figures.slice(exponent + 1);
  return rest === "" ? whole : `${whole}.${rest}`;
}
