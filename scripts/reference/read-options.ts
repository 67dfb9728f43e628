import { Node, type TypeNode } from "ts-morph";
import { inlineCode } from "../../generators/text/markdown.ts";
import { listed } from "../../generators/text/listed.ts";
import { readDocstring } from "./docstring.ts";
import { type Member, membersOf } from "./members.ts";
import { type Inside, plainType } from "./plain-type.ts";

/** One option of a word. */
export interface Option {
  readonly name: string;
  readonly optional: boolean;
  /** What it takes, in plain words. */
  readonly takes: string;
  /** What it is for, without its default. */
  readonly text: string;
  /** Undefined where its docstring names none. */
  readonly default: string | undefined;
}

/** Options that belong together: those of a word, or those inside of one of its options. */
export interface OptionGroup {
  /** The name of the type that has them. */
  readonly name: string;
  readonly text: string;
  readonly options: readonly Option[];
}

/** What a parameter takes. */
export interface OptionsOf {
  /** In plain words; undefined where it takes options. */
  readonly plain: string | undefined;
  readonly options: readonly Option[];
  /** The groups that its types name, each once. */
  readonly inside: readonly OptionGroup[];
}

/** What a parameter of this type takes: options, or a value in plain words. */
export function optionsOf(type: TypeNode): OptionsOf {
  const inside: Inside = new Map();
  const members = isOptions(type) ? membersOf(type.getType()) : [];
  const options = members.map((member) => readOption(member, inside));
  const plain = members.length === 0 ? plainType(type, inside) : undefined;
  return { plain, options: inOrder(options), inside: groupsOf(inside) };
}

/** `ScrapeJobOptions<T>`, and the two whose names are those of a thing. */
function isOptions(type: TypeNode): boolean {
  return Node.isTypeReference(type) && /Options$|^ProjectConfig$|^IndicatorWords$/.test(nameOf(type));
}

function nameOf(type: TypeNode): string {
  return Node.isTypeReference(type) ? type.getTypeName().getText() : "";
}

/** Also of the groups that these groups name. */
export function groupsOf(inside: Inside): OptionGroup[] {
  const groups: OptionGroup[] = [];
  // A map is walked to its end, also over what is added on the way.
  for (const [name, declared] of inside) {
    const options = membersOf(declared.getType()).map((member) => readOption(member, inside));
    const text = declared.getJsDocs().at(-1)?.getText();
    groups.push({ name, text: text ? readDocstring(text).text : "", options: inOrder(options) });
  }
  return groups;
}

function readOption({ property, optional, ...beside }: Member, inside: Inside): Option {
  const comment = property.getJsDocs().at(-1)?.getText() ?? "";
  const { text } = readDocstring(comment);
  const [, meaning = "", inText] = /^([\s\S]*?)\s*\bDefault: ([\s\S]*?(?:\.(?=\s|$)|$))/.exec(text) ?? [];
  const rest = inText === undefined ? "" : text.slice(text.indexOf(inText) + inText.length);
  const said = inText === undefined ? text : `${meaning}${rest}`.trim();
  return {
    name: property.getName().replaceAll('"', ""),
    optional,
    takes: plainType(property.getTypeNodeOrThrow(), inside),
    text: [said, ...besideWords(beside)].filter((words) => words !== "").join(" "),
    default: inText?.replace(/\.$/, ""),
  };
}

/** What an author can write beside an option, and what not. */
function besideWords({ without, onlyWith }: Pick<Member, "without" | "onlyWith">): string[] {
  const names = (list: readonly string[]) => listed(list.map(inlineCode));
  return [
    ...(onlyWith.length > 0 ? [`Together with ${names(onlyWith)}.`] : []),
    ...(without.length > 0 ? [`Not together with ${names(without)}.`] : []),
  ];
}

/** What must be written comes first, and what suppresses checks last. */
function inOrder(options: readonly Option[]): Option[] {
  const rank = ({ name, optional }: Option) => (name === "allow" ? 2 : optional ? 1 : 0);
  return [...options].sort((a, b) => rank(a) - rank(b));
}
