import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { InputDashboard } from "../../generators/import/dashboards/input-dashboard.ts";
import { readDashboards } from "../../generators/import/dashboards/read-dashboards.ts";
import type { InputRule, Remark } from "../../generators/import/input/input-rule.ts";
import { readRules } from "../../generators/import/input/read-rules.ts";
import { compareText } from "../../generators/text/order.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { fetchExposition } from "../new/exposition/fetch-exposition.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";
import type { Refused } from "../new/known-project.ts";

/** All that was read of files, folders and addresses. */
export interface Inputs {
  readonly rules: readonly InputRule[];
  readonly boards: readonly InputDashboard[];
  readonly families: readonly Family[];
  readonly remarks: readonly Remark[];
  /** How a person calls what was read. */
  readonly from: string;
}

interface InputText {
  readonly path: string;
  readonly text: string;
}

/** Reads each of them: what looks like an exposition is one, and all else is YAML or JSON. */
export async function readInputs(sources: readonly string[]): Promise<Inputs | Refused> {
  const texts: InputText[] = [];
  for (const source of sources) {
    const found = await textsOf(source);
    if ("refused" in found) return found;
    texts.push(...found.texts);
  }
  const expositions = texts.filter(isExposition);
  const others = texts.filter((one) => !isExposition(one));
  const { rules, remarks } = readRules(others);
  const { dashboards } = readDashboards(others);
  const families = expositions.map(familiesOf);
  return {
    ...{ rules, boards: dashboards },
    families: families.flatMap((one) => ("families" in one ? one.families : [])),
    remarks: [...remarks, ...families.flatMap((one) => ("message" in one ? one : []))],
    from: sources.map((source) => basename(source)).join(", "),
  };
}

async function textsOf(source: string): Promise<{ readonly texts: readonly InputText[] } | Refused> {
  if (/^https?:\/\//i.test(source)) {
    const fetched = await fetchExposition(source);
    return "complaint" in fetched
      ? { refused: fetched.complaint }
      : { texts: [{ path: source, text: fetched.text }] };
  }
  if (!existsSync(source)) return { refused: `There is no file or folder ${source}.` };
  const paths = statSync(source).isDirectory() ? filesBelow(source) : [source];
  return { texts: paths.map((path) => ({ path, text: readFileSync(path, "utf8") })) };
}

/** The files below a folder, in an order that no disk decides; not what is installed, or hidden. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() && /\.(?:ya?ml|json|txt|prom|metrics)$/.test(entry.name) ? [path] : [];
    });
}

function isExposition({ text }: InputText): boolean {
  return /^# (?:HELP|TYPE) /m.test(text) && !/^\s*(?:groups|kind|spec):/m.test(text);
}

function familiesOf({ path, text }: InputText): { readonly families: readonly Family[] } | Remark {
  const read = readExposition(text);
  if ("families" in read) return read;
  const { line, reason } = read.unreadable;
  return { place: { file: path, line }, message: `this is no exposition of metrics: ${reason}` };
}
