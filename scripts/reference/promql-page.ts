import { format } from "prettier";
import { aggregations } from "../../generators/promql/aggregations.ts";
import { functions } from "../../generators/promql/functions.ts";
import {
  experimentalAggregations,
  experimentalFunctions,
} from "../../generators/promql/refused-functions.ts";
import { heading, inlineCode, link, table } from "../../generators/text/markdown.ts";
import { addressOf, entriesOf } from "./addresses.ts";
import { ofModifiers, ofOperators, withoutWord } from "./promql-words.ts";
import { type Language, readLanguage } from "./read-language.ts";

/** What stands on the pages of the language, by the name of the word or method. */
type Addresses = ReadonlyMap<string, readonly { readonly heading: string; readonly address: string }[]>;
type Line = readonly [promql: string, said: string];

/** docs/promql.md: what Prometheus knows, and what says it, or why nothing does. */
export async function promqlPage(language: Language = readLanguage()): Promise<string> {
  const addresses = addressesOf(language);
  const blocks = [
    heading(1, "PromQL, and what says it"),
    `What Prometheus 3.13 knows, with the word that says it, or the reason why none does. What has no word is written as text, ${saidBy(addresses, "promql")}, and is understood in the same way: its labels, units and mistakes are known, and tests play it. What Prometheus refuses without a feature flag is refused here too, as nobody knows the flags of the server that will run it.`,
    heading(2, "Functions"),
    table(["function", "word"], functionLines(addresses)),
    heading(2, "Aggregations"),
    table(["aggregation", "words"], aggregationLines(addresses)),
    heading(2, "Operators"),
    table(["operator", "word"], operatorLines(addresses)),
    heading(2, "Everything else"),
    table(["PromQL", "what says it"], ofModifiers),
  ];
  return format(blocks.join("\n\n"), { parser: "markdown", printWidth: 140 });
}

function addressesOf(language: Language): Addresses {
  const found = new Map<string, { heading: string; address: string }[]>();
  for (const { page, entries } of entriesOf(language)) {
    for (const entry of entries) {
      const name =
        entry.kind === "word" ? entry.word.name : entry.kind === "method" ? entry.method.name : undefined;
      if (name === undefined) continue;
      const here = { heading: entry.heading, address: `language/${addressOf(page, entry)}` };
      found.set(name, [...(found.get(name) ?? []), here]);
    }
  }
  return found;
}

/** Links to all that has the name; those of one page alone, where a page is given. */
function saidBy(addresses: Addresses, name: string, page = ""): string {
  const found = (addresses.get(name) ?? []).filter(({ address }) => address.includes(page));
  return found.map((one) => link(one.heading, one.address)).join(", ");
}

function functionLines(addresses: Addresses): readonly Line[] {
  const known = Object.keys(functions).map((name): Line => {
    const said = saidBy(addresses, camelCase(name));
    const why = Object.entries(withoutWord).find(([one]) => one === name)?.[1];
    if ((said === "") === (why === undefined))
      throw new Error(
        `${name}() has ${said === "" ? "neither a word nor" : "a word and"} a reason to have none`,
      );
    return [inlineCode(`${name}()`), why === undefined ? said : `in text: ${why}`];
  });
  return [...known, ...experimentalLines(experimentalFunctions, "()")].sort(byName);
}

function aggregationLines(addresses: Addresses): readonly Line[] {
  const known = Object.keys(aggregations).map((name): Line => {
    const words = [name, `${name}_by`, `${name}_without`].map(camelCase);
    const said = words.map((word) => saidBy(addresses, word, "aggregation.md")).filter((one) => one !== "");
    if (said.length === 0) throw new Error(`no word says ${name}`);
    return [inlineCode(name), said.join(", ")];
  });
  return [...known, ...experimentalLines(experimentalAggregations)].sort(byName);
}

function operatorLines(addresses: Addresses): readonly Line[] {
  return Object.entries(ofOperators).map(([operator, row]): Line => {
    if ("why" in row) return [inlineCode(operator), `in text: ${row.why}`];
    const said = saidBy(addresses, row.word);
    if (said === "") throw new Error(`there is no word ${row.word}`);
    return [inlineCode(operator), said];
  });
}

function experimentalLines(refused: Readonly<Record<string, string>>, call = ""): readonly Line[] {
  const why = "experimental: Prometheus refuses it without `--enable-feature=promql-experimental-functions`";
  return Object.entries(refused).map(([name, instead]): Line => {
    return [inlineCode(`${name}${call}`), instead === "" ? why : `${why}; ${instead}`];
  });
}

function byName([a]: Line, [b]: Line): number {
  return a < b ? -1 : 1;
}

/** `avg_over_time` as the language has it. */
function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
