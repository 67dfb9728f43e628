import {
  type InterfaceDeclaration,
  type IntersectionTypeNode,
  Node,
  type TypeAliasDeclaration,
  type TypeNode,
  type TypeReferenceNode,
} from "ts-morph";
import { isComposed } from "./members.ts";
import { namedTypes } from "./named-types.ts";

/** Types whose options are listed by themselves, by name; those that a type names are added. */
export type Inside = Map<string, InterfaceDeclaration | TypeAliasDeclaration>;

/** A type in the words of an author, as Markdown. Links to words and types are `word:…` and `type:…`. */
export function plainType(type: TypeNode, inside: Inside): string {
  const plain = (one: TypeNode) => plainType(one, inside);
  if (Node.isParenthesizedTypeNode(type)) return plain(type.getTypeNode());
  if (Node.isTypeOperatorTypeNode(type)) return plain(type.getTypeNode());
  if (Node.isArrayTypeNode(type)) return `list: ${plain(type.getElementTypeNode())}`;
  if (Node.isTupleTypeNode(type)) return plainTuple(type.getElements(), plain);
  if (Node.isUnionTypeNode(type)) return either(type.getTypeNodes().map(plain));
  if (Node.isIntersectionTypeNode(type)) return plainOfBoth(type, plain);
  if (Node.isFunctionTypeNode(type)) return "function";
  if (Node.isLiteralTypeNode(type)) return `\`${type.getText()}\``;
  if (Node.isTemplateLiteralTypeNode(type)) return plainTemplate(type.getText());
  if (Node.isIndexedAccessTypeNode(type)) return plainIndexed(type.getText(), type, plain);
  if (Node.isMappedTypeNode(type)) return `by name: ${plain(type.getTypeNodeOrThrow())}`;
  if (Node.isTypeReference(type)) return plainReference(type, inside);
  const keyword = keywords[type.getText()] ?? namedTypes[type.getText()];
  if (keyword !== undefined) return keyword;
  throw new Error(`there are no plain words for the type ${type.getText()}`);
}

const keywords: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  boolean: "`true` or `false`",
  object: "object",
};

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("a type of no types");
  return first;
}

/** What must be two things at once has one of them as its name: the first that has words. Options of both would need a name. */
function plainOfBoth(type: IntersectionTypeNode, plain: (type: TypeNode) => string): string {
  const options = type.getTypeNodes().filter((one) => Node.isTypeLiteral(one));
  if (options.length > 0) throw new Error(`there are no plain words for the type ${type.getText()}`);
  return plain(firstOf(type.getTypeNodes()));
}

/** Each once, and the last after "or". */
function either(types: readonly string[]): string {
  const all = [...new Set(types)].map((type, index) => {
    const before = types.slice(0, index);
    if (before.some((one) => type.startsWith("list") && type.endsWith(`: ${one}`))) return "a list of these";
    return before.some((one) => one.startsWith(such)) ? type.replace(such, "") : type;
  });
  const [last = "", ...before] = all.reverse();
  return before.length === 0 ? last : `${before.reverse().join(", ")} or ${last}`;
}

const such = "text such as ";

/** `[X, ...X[]]` has at least one; other lists are written as they are. */
function plainTuple(elements: readonly TypeNode[], plain: (type: TypeNode) => string): string {
  const last = elements.at(-1);
  if (!Node.isRestTypeNode(last)) return `\`[${elements.map((one) => one.getText()).join(", ")}]\``;
  const least = elements.length === 2 ? "at least one" : `at least ${elements.length - 1}`;
  return `list, ${least}: ${plain(firstOf(elements))}`;
}

/** `${string}@${string}` is `"…@…"`. */
function plainTemplate(text: string): string {
  const pattern = text
    .slice(1, -1)
    .replaceAll("${number}", "<number>")
    .replaceAll(/\$\{\w+\}/g, "…");
  return `${such}\`"${pattern}"\``;
}

/** The type that a property of an interface has: `ThresholdLine["color"]`. */
function plainIndexed(text: string, type: TypeNode, plain: (type: TypeNode) => string): string {
  const [, name = "", property = ""] = /^(\w+)\["(\w+)"\]$/.exec(text) ?? [];
  const declared = type.getSourceFile().getInterface(name)?.getProperty(property)?.getTypeNode();
  if (!declared) throw new Error(`there are no plain words for the type ${text}`);
  return plain(declared);
}

/** Types of TypeScript that change nothing about what an author writes. */
const transparent = ["Readonly", "Partial", "Required", "NoInfer", "Exclude", "Omit"];

function plainReference(type: TypeReferenceNode, inside: Inside): string {
  const name = type.getTypeName().getText();
  const [argument, value] = type.getTypeArguments();
  const words = namedTypes[type.getText()] ?? namedTypes[name];
  if (words !== undefined) {
    for (const [, linked = ""] of words.matchAll(/\(type:(\w+)\)/g))
      inside.set(linked, interfaceNamed(linked, type));
    return words;
  }
  const left = name === "Exclude" ? leftOf(type) : [];
  if (left.length > 0) return either(left);
  if (argument && transparent.includes(name)) return plainType(argument, inside);
  if (value && name === "Record") return `by name: ${plainType(value, inside)}`;
  const [declared] = type.getTypeName().getSymbolOrThrow().getDeclarations();
  const meant = declared && Node.isImportSpecifier(declared) ? aliased(type) : declared;
  if (Node.isTypeParameterDeclaration(meant)) {
    const constraint = meant.getConstraint();
    return constraint ? plainType(constraint, inside) : "value";
  }
  if (Node.isTypeAliasDeclaration(meant)) {
    const node = meant.getTypeNodeOrThrow();
    if (!isComposed(node)) return plainType(node, inside);
    inside.set(name, meant);
    return linkTo(name);
  }
  if (!Node.isInterfaceDeclaration(meant) || meant.getProperty("kind"))
    throw new Error(`there are no plain words for the type ${type.getText()}`);
  inside.set(name, meant);
  return linkTo(name);
}

function linkTo(name: string): string {
  return `[${wordsOf(name)}](type:${name})`;
}

/** The texts that are left of a union; none where it depends on what an author writes. */
function leftOf(type: TypeNode): string[] {
  const meant = type.getType();
  const all = meant.isUnion() ? meant.getUnionTypes() : [meant];
  return all.every((one) => one.isLiteral()) ? all.map((one) => `\`${one.getText()}\``) : [];
}

function interfaceNamed(name: string, near: TypeNode): InterfaceDeclaration {
  const files = near.getProject().getSourceFiles();
  return firstOf(files.flatMap((file) => file.getInterface(name) ?? []));
}

function aliased(type: TypeReferenceNode) {
  return type.getTypeName().getSymbolOrThrow().getAliasedSymbolOrThrow().getDeclarations()[0];
}

/** `ThresholdLine` is "threshold line". */
export function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
