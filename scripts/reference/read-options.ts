import { type InterfaceDeclaration, Node, type PropertySignature, type TypeNode } from "ts-morph";
import { readDocstring } from "./docstring.ts";
import { plainType } from "./plain-type.ts";

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
  const inside = new Map<string, InterfaceDeclaration>();
  const properties = isOptions(type) ? propertiesOf(type) : [];
  const options = properties.map((property) => readOption(property, inside));
  const plain = properties.length === 0 ? plainType(type, inside) : undefined;
  return { plain, options: inOrder(options), inside: groupsOf(inside) };
}

/** `ScrapeJobOptions<T>`, and the two whose names are those of a thing. */
function isOptions(type: TypeNode): boolean {
  return Node.isTypeReference(type) && /Options$|^ProjectConfig$|^IndicatorWords$/.test(nameOf(type));
}

function nameOf(type: TypeNode): string {
  return Node.isTypeReference(type) ? type.getTypeName().getText() : "";
}

/** Those that a type has itself, inherits, or keeps of another. */
function propertiesOf(type: TypeNode): PropertySignature[] {
  return type
    .getType()
    .getProperties()
    .flatMap((property) => property.getDeclarations().find(Node.isPropertySignature) ?? []);
}

/** Also of the groups that these groups name. */
export function groupsOf(inside: Map<string, InterfaceDeclaration>): OptionGroup[] {
  const groups: OptionGroup[] = [];
  // A map is walked to its end, also over what is added on the way.
  for (const [name, declared] of inside) {
    const properties = declared
      .getType()
      .getProperties()
      .flatMap((property) => property.getDeclarations().find(Node.isPropertySignature) ?? []);
    const options = properties.map((property) => readOption(property, inside));
    const text = declared.getJsDocs().at(-1)?.getText();
    groups.push({ name, text: text ? readDocstring(text).text : "", options: inOrder(options) });
  }
  return groups;
}

function readOption(property: PropertySignature, inside: Map<string, InterfaceDeclaration>): Option {
  const comment = property.getJsDocs().at(-1)?.getText() ?? "";
  const { text } = readDocstring(comment);
  const [, meaning = "", inText] = /^([\s\S]*?)\s*\bDefault: ([\s\S]*?(?:\.(?=\s|$)|$))/.exec(text) ?? [];
  const rest = inText === undefined ? "" : text.slice(text.indexOf(inText) + inText.length);
  return {
    name: property.getName().replaceAll('"', ""),
    optional: property.hasQuestionToken(),
    takes: plainType(property.getTypeNodeOrThrow(), inside),
    text: inText === undefined ? text : `${meaning}${rest}`.trim(),
    default: inText?.replace(/\.$/, ""),
  };
}

/** What must be written comes first, and what suppresses checks last. */
function inOrder(options: readonly Option[]): Option[] {
  const rank = ({ name, optional }: Option) => (name === "allow" ? 2 : optional ? 1 : 0);
  return [...options].sort((a, b) => rank(a) - rank(b));
}
