import { groupBy } from "../../generators/group-by.ts";
import { call, type Code, object, text } from "../code/code.ts";
import { printImports } from "../code/imports.ts";
import { camelCase, kebabCase } from "../code/names.ts";
import { printStatement } from "../code/print-code.ts";
import { importsFor } from "../new/module-path.ts";
import type { WrittenFile } from "../new/written-files.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { alertCode } from "./alert-code.ts";
import type { Handles, ImportedService } from "./imported-service.ts";
import { groupsInOrder } from "./groups-in-order.ts";
import { recordingCode } from "./recording-code.ts";
import type { RuleCode } from "./rule-code.ts";
import type { WordedRule } from "./worded-rule.ts";

/** A file of rules, with the line at which each of them begins. */
export interface RuleFile extends WrittenFile {
  readonly lines: ReadonlyMap<InputRule, number>;
}

export type RuleKind = "alerts" | "recordings";

/** Where the rules of a service are written: each group a file, in a folder where there are several. */
export interface Laid {
  readonly path: string;
  readonly group: string;
  readonly rules: readonly WordedRule[];
}

/** Which rules stand in which file. */
export function laidOut(kind: RuleKind, { words, folder }: ImportedService): readonly Laid[] {
  const own = words.rules.filter(({ rule }) => rule.kind === (kind === "alerts" ? "alert" : "record"));
  const groups =
    kind === "alerts" ? [...groupBy(own, ({ rule }) => rule.group).values()] : groupsInOrder(own);
  if (groups.length === 1)
    return groups.map((rules) => ({
      path: `${folder}/${kind}.ts`,
      group: rules[0]?.rule.group ?? "",
      rules,
    }));
  const taken = new Set(["index"]);
  return groups.map((rules) => {
    const group = rules[0]?.rule.group ?? "";
    return { path: `${folder}/${kind}/${freeFile(kebabCase(group) || "rules", taken)}.ts`, group, rules };
  });
}

function freeFile(wanted: string, taken: Set<string>): string {
  const names = [wanted, ...Array.from({ length: taken.size + 1 }, (_, index) => `${wanted}-${index + 2}`)];
  const name = names.find((one) => !taken.has(one)) ?? wanted;
  taken.add(name);
  return name;
}

/** The files of one kind of rules, and the one that exports them all. */
export function ruleFiles(
  kind: RuleKind,
  laid: readonly Laid[],
  service: ImportedService,
  handles: Handles,
): readonly RuleFile[] {
  const files = laid.map((one) => ruleFile(kind, one, service, handles));
  if (laid.length < 2) return files;
  const lines = laid
    .map(({ path }) => `export * from "./${path.slice(path.lastIndexOf("/") + 1)}";\n`)
    .sort();
  const index = `${service.folder}/${kind}/index.ts`;
  return [{ kind: "new", path: index, text: lines.join(""), lines: new Map() }, ...files];
}

/** The module that all of them are imported from. */
export function moduleOfRules(files: readonly RuleFile[]): string | undefined {
  return files[0]?.path;
}

function ruleFile(
  kind: RuleKind,
  { path, rules }: Laid,
  service: ImportedService,
  handles: Handles,
): RuleFile {
  const grouped = groupConstants(kind, rules, service);
  const codes = rules.map((rule) => {
    const group = grouped.get(groupKey(rule))?.exported;
    const code = rule.rule.kind === "alert" ? alertCode : recordingCode;
    return { rule: rule.rule, code: code({ worded: rule, service, handles, group, path }) };
  });
  const needs = codes.map(({ code }) => code.needs);
  const imports = importsFor(path, {
    words: [...(grouped.size > 0 ? ["ruleGroup"] : []), ...needs.flatMap(({ words }) => words)],
    exports: needs.flatMap(({ exports }) => exports),
  });
  const groups = [...grouped.values()].map(({ exported, code }) =>
    printStatement(`const ${exported} = `, code),
  );
  const head = `${printImports(imports)}\n${groups.length > 0 ? `${groups.join("")}\n` : ""}`;
  return { kind: "new", path, ...withLines(head, codes) };
}

function withLines(
  head: string,
  codes: readonly { readonly rule: InputRule; readonly code: RuleCode }[],
): Pick<RuleFile, "text" | "lines"> {
  const lines = new Map<InputRule, number>();
  const texts = [head];
  for (const [index, { rule, code }] of codes.entries()) {
    const before = texts.join("");
    const text = `${index > 0 ? "\n" : ""}${commentText(code.comments)}`;
    lines.set(rule, before.split("\n").length + text.split("\n").length - 1);
    texts.push(text, printStatement(`export const ${code.exported} = `, code.code));
  }
  return { text: texts.join(""), lines };
}

function commentText(comments: readonly string[]): string {
  return comments
    .flatMap((comment) => comment.split("\n"))
    .map((line) => `// ${line}`.trimEnd() + "\n")
    .join("");
}

interface GroupConstant {
  readonly exported: string;
  readonly code: Code;
}

function groupKey({ rule }: WordedRule): string {
  return rule.group;
}

/** The groups that must be said: those with an interval of their own, and where rules of several stand in a file. */
function groupConstants(
  kind: RuleKind,
  rules: readonly WordedRule[],
  { name }: ImportedService,
): ReadonlyMap<string, GroupConstant> {
  const groups = [...groupBy(rules, groupKey)];
  return new Map(
    groups.map(([group, [first]]) => {
      const every = first?.rule.every;
      const own = kebabCase(group) || "rules";
      const whole = own === name || own.startsWith(`${name}-`) ? own : `${name}-${own}`;
      const called = kind === "alerts" ? whole : `${whole}-recordings`;
      const options = every === undefined ? [] : [object("", [{ key: "every", value: text(every) }])];
      const exported = groups.length === 1 ? "group" : `${camelCase(kebabCase(group))}Group`;
      return [group, { exported, code: call("ruleGroup", [text(called), ...options]) }] as const;
    }),
  );
}
