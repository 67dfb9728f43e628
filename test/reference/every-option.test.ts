// What the compiler lets an author write has its entry in the reference, read from the types themselves and not as the pages are made.
import { join } from "node:path";
import { Node, Project, type PropertySignature, type Type } from "ts-morph";
import { expect, test } from "vitest";
import { namedTypes } from "../../scripts/reference/named-types.ts";
import { readLanguage } from "../../scripts/reference/read-language.ts";
import { readDocstring } from "../../scripts/reference/docstring.ts";
import { root } from "../layout/source-files.ts";

const folder = join(root, "generators/language");

/** What another word makes, and what has methods, is no option. */
function isValue(type: Type): boolean {
  const declared = type.getSymbol()?.getDeclarations() ?? [];
  const hasMethods = declared.some((one) => Node.isInterfaceDeclaration(one) && one.getMethods().length > 0);
  const isMade = Object.hasOwn(namedTypes, type.getSymbol()?.getName() ?? "");
  return (
    isMade || hasMethods || type.getProperty("kind") !== undefined || type.getCallSignatures().length > 0
  );
}

/** The documented properties that a type lets an author write, those of all its forms, and of the types within. */
function writable(type: Type, seen = new Set<Type>()): PropertySignature[] {
  if (seen.has(type)) return [];
  seen.add(type);
  const within = (one: Type | undefined) => (one ? writable(one, seen) : []);
  if (type.isTypeParameter()) return within(type.getConstraint());
  if (type.isUnion()) return type.getUnionTypes().flatMap(within);
  if (type.isArray() || type.isReadonlyArray()) return within(type.getArrayElementType());
  if (type.isTuple()) return type.getTupleElements().flatMap(within);
  if (!(type.isObject() || type.isIntersection()) || isValue(type)) return [];
  const own = type.getProperties().flatMap((symbol) => symbol.getDeclarations().filter(isOption));
  const types = own.map((one) => one.getType());
  return [...own, ...types.flatMap(within), ...within(type.getStringIndexType())];
}

function isOption(node: Node): node is PropertySignature {
  const isOfLanguage = node.getSourceFile().getFilePath().startsWith(folder);
  return Node.isPropertySignature(node) && isOfLanguage && node.getJsDocs().length > 0;
}

test("every option that a word takes has its entry", () => {
  const project = new Project({
    tsConfigFilePath: join(root, "tsconfig.package.json"),
    compilerOptions: { types: [] },
  });
  const index = project.getSourceFileOrThrow(join(folder, "index.ts"));
  const seen = new Set<Type>();
  const options = [...index.getExportedDeclarations()].flatMap(([word, [declared]]) => {
    const made = Node.isVariableDeclaration(declared) ? declared.getInitializer() : declared;
    const isFunction = Node.isFunctionDeclaration(made) || Node.isArrowFunction(made);
    const parameters = isFunction ? made.getParameters() : [];
    return parameters.flatMap((one) => writable(one.getType(), seen).map((option) => ({ word, option })));
  });
  const { words, groups } = readLanguage();
  const takes = words.flatMap((word) => word.parameters.map((one) => one.takes));
  const entries = [
    ...takes.flatMap((one) => [...one.options, ...one.inside.flatMap((group) => group.options)]),
    ...groups.flatMap((group) => group.options),
  ];
  const missing = options.filter(({ option }) => {
    const name = option.getName().replaceAll('"', "");
    const { text } = readDocstring(option.getJsDocs().at(-1)?.getText() ?? "");
    const begins = text.split(/(?<=[.:])\s/)[0] ?? "";
    return !entries.some((entry) => entry.name === name && entry.text.startsWith(begins));
  });
  expect(missing.map(({ word, option }) => `${word}: ${option.getName()}`)).toEqual([]);
  expect(new Set(options.map(({ option }) => option.getName())).size).toBeGreaterThan(120);
  // Those of the two forms of a scenario.
  expect(options.map(({ option }) => option.getName())).toEqual(expect.arrayContaining(["after", "within"]));
});
