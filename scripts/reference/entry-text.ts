import { explained } from "../../generators/checks/index.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  table,
} from "../../generators/text/markdown.ts";
import { firstSentence } from "../explain/check-pages.ts";
import type { Entry } from "./addresses.ts";
import type { Docstring } from "./docstring.ts";
import { takenBy } from "./method-parameters.ts";
import type { Method, Methods, Parameter, Word } from "./read-language.ts";
import type { Option, OptionGroup } from "./read-options.ts";
import type { Reference } from "./reference.ts";

/** An entry as blocks of Markdown, with its heading. */
export function blocksOf(entry: Entry, reference: Reference): string[] {
  switch (entry.kind) {
    case "word":
      return [heading(2, entry.heading), ...wordBlocks(entry.word, reference)];
    case "methods":
      return [heading(2, entry.heading), ...kindBlocks(entry.of, reference)];
    case "method":
      return [heading(3, entry.heading), ...methodBlocks(entry.method, reference)];
    case "options":
      return [
        heading(entry.group.name === "Definitions" ? 2 : 3, entry.heading),
        ...groupBlocks(entry.group),
      ];
  }
}

function wordBlocks({ name, docstring, parameters }: Word, reference: Reference): string[] {
  const plain = parameters.filter(({ takes }) => takes.plain !== undefined);
  const options = parameters.flatMap(({ takes }) => takes.options);
  return [
    inlineCode(parameters.length === 0 && name !== "time" ? name : `${name}${signature(parameters)}`),
    docstring.text,
    ...exampleBlocks(docstring, reference),
    ...(plain.length === 0 ? [] : [bulletList(plain.map(parameterLine))]),
    ...(options.length === 0 ? [] : [optionTable(options)]),
    ...refusalBlocks(docstring, reference),
  ];
}

function parameterLine({ name, takes }: Parameter): string {
  return `${inlineCode(name)}: ${takes.plain ?? ""}`;
}

type Signature = readonly Pick<Parameter, "name" | "optional" | "rest">[];

/** Of a parameter that may be left out a question mark follows. */
function signature(parameters: Signature): string {
  const names = parameters.map(({ name, optional, rest }) =>
    rest ? `...${name}` : `${name}${optional ? "?" : ""}`,
  );
  return `(${names.join(", ")})`;
}

/** What several methods have in common. */
function kindBlocks(kinds: readonly Methods[], reference: Reference): string[] {
  const lines = kinds.flatMap(({ methods }) =>
    methods.flatMap(({ name, parameters = [] }) =>
      parameters.map((one) => `${inlineCode(one.name)}: ${takenBy(name, one.name)}`),
    ),
  );
  return kinds.flatMap(({ docstring }, index) => [
    docstring.text,
    ...(index > 0 || lines.length === 0 ? [] : [bulletList([...new Set(lines)])]),
    ...refusalBlocks(docstring, reference),
  ]);
}

function methodBlocks({ name, docstring, parameters }: Method, reference: Reference): string[] {
  return [
    inlineCode(`.${name}${parameters === undefined ? "" : signature(parameters)}`),
    docstring.text,
    ...exampleBlocks(docstring, reference),
    ...refusalBlocks(docstring, reference),
  ];
}

/** How it is written, and what becomes of it: the PromQL, its unit and its labels. */
function exampleBlocks({ examples }: Docstring, { results }: Reference): string[] {
  return examples.flatMap((code) => {
    const result = results.get(code);
    const block = codeBlock("ts", code.endsWith(";") ? code : `${code};`);
    if (!result) return [block];
    const { promql, unit, labels } = result;
    const names = labels?.map(inlineCode).join(", ");
    const having = names === undefined ? "a single number" : names === "" ? "no labels" : `labels ${names}`;
    return [block, codeBlock("promql", promql), `Unit ${inlineCode(unit)}, ${having}.`];
  });
}

/** What is refused, with what the build says, and which checks look at it. */
function refusalBlocks({ refuses, checks }: Docstring, { refusals }: Reference): string[] {
  const lines = refuses.map((code) => {
    const refusal = refusals.get(code);
    if (!refusal) throw new Error(`nothing refuses ${code}`);
    const { message, fix } = refusal;
    const told = [
      message.split("\n")[0] ?? "",
      ...(fix === undefined || fix === message ? [] : [`fix: ${fix}`]),
    ];
    return `${inlineCode(code)}: ${escapeMarkdown(told.join("; "))}`;
  });
  return [
    ...(lines.length === 0 ? [] : ["Refused, with what the build says:", bulletList(lines)]),
    ...(checks.length === 0 ? [] : ["Checks that look at it:", bulletList(checks.map(checkLine))]),
  ];
}

function checkLine(id: string): string {
  const check = explained.find((one) => one.id === id);
  if (!check) throw new Error(`there is no check ${id}`);
  return `[${id}](../checks/${id}.md): ${firstSentence(check.why)}`;
}

function groupBlocks({ text, options }: OptionGroup): string[] {
  return [...(text === "" ? [] : [text]), optionTable(options)];
}

function optionTable(options: readonly Option[]): string {
  return table(
    ["Option", "Takes", "Default", "What it is"],
    options.map((one) => [
      inlineCode(one.name),
      one.takes,
      one.optional ? (one.default ?? "none") : "**required**",
      one.text.replaceAll(/\n\n+ {4}(.*(?:\n {4}.*)*)/g, " `$1`"),
    ]),
  );
}
