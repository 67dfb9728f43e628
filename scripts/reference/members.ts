import { Node, type PropertySignature, type Type } from "ts-morph";

/** A property of a type of options, with what of the others an author may write beside it. */
export interface Member {
  readonly property: PropertySignature;
  readonly optional: boolean;
  /** Properties of the other forms of the type, which exclude this one. */
  readonly without: readonly string[];
  /** Properties that belong to every form that has this one, though not to all. */
  readonly onlyWith: readonly string[];
}

/** What an author can write in one form of a type. */
type Form = ReadonlyMap<string, PropertySignature>;

/** The properties of a type: those that it has itself, inherits, keeps of another, or has in only one of its forms. */
export function membersOf(type: Type): Member[] {
  const forms = (type.isUnion() ? type.getUnionTypes() : [type]).map(formOf);
  const names = [...new Set(forms.flatMap((form) => [...form.keys()]))];
  const members = names.flatMap((name) => memberNamed(name, names, forms));
  // The compiler has the forms in an order of its own.
  return forms.length > 1 ? members.sort((a, b) => a.property.getPos() - b.property.getPos()) : members;
}

function memberNamed(name: string, names: readonly string[], forms: readonly Form[]): Member[] {
  const having = forms.filter((form) => form.has(name));
  const declared = having.flatMap((form) => form.get(name) ?? []);
  const property = declared.find((one) => one.getJsDocs().length > 0) ?? declared[0];
  if (!property) return [];
  const others = names.filter((one) => one !== name);
  return [
    {
      property,
      optional: having.length < forms.length || declared.some((one) => one.hasQuestionToken()),
      without: others.filter((other) => having.every((form) => !form.has(other))),
      onlyWith: others.filter(
        (other) =>
          having.length < forms.length &&
          having.every((form) => form.get(other)?.hasQuestionToken() === false) &&
          forms.some((form) => !form.has(other)),
      ),
    },
  ];
}

/** What a form forbids, `within?: never`, it does not have. */
function formOf(type: Type): Form {
  const declared = type.getProperties().flatMap((property) => {
    const all = property.getDeclarations().filter(Node.isPropertySignature);
    return all.find((one) => !isForbidden(one)) ?? all[0] ?? [];
  });
  return new Map(declared.filter((one) => !isForbidden(one)).map((one) => [one.getName(), one]));
}

function isForbidden(property: PropertySignature): boolean {
  return property.getTypeNode()?.getText() === "never";
}

/** Whether a type is one of several forms, or has parts of several types, and so is no interface that could be listed. */
export function isComposed(node: Node): boolean {
  if (Node.isIntersectionTypeNode(node)) return node.getType().getProperties().length > 0;
  return Node.isUnionTypeNode(node) && node.getTypeNodes().some(Node.isTypeLiteral);
}
