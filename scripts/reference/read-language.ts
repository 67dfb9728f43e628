import { join } from "node:path";
import {
  type FunctionDeclaration,
  type InterfaceDeclaration,
  Node,
  Project,
  type SourceFile,
  type TypeAliasDeclaration,
  type VariableDeclaration,
} from "ts-morph";
import { engine } from "../engine.ts";
import { type Docstring, noDocstring, readDocstring } from "./docstring.ts";
import { groupsOf, type OptionGroup, type OptionsOf, optionsOf } from "./read-options.ts";

/** A word that authors import. */
export interface Word {
  readonly name: string;
  /** From the folder of the language: `slo/slo.ts`. */
  readonly file: string;
  readonly docstring: Docstring;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  /** It takes any number of them. */
  readonly rest: boolean;
  /** What is filled in, in plain words; its options, if it has some. */
  readonly takes: OptionsOf;
}

/** A method, or a property with a value to go on with. */
export interface Method {
  readonly name: string;
  readonly docstring: Docstring;
  /** Undefined: a property. */
  readonly parameters: readonly Pick<Parameter, "name" | "optional" | "rest">[] | undefined;
}

/** What a kind of expression, of quantity or of SLO can do. */
export interface Methods {
  readonly of: string;
  readonly docstring: Docstring;
  readonly methods: readonly Method[];
}

/** A type that authors can name. */
export interface NamedType {
  readonly name: string;
  readonly text: string;
}

export interface Language {
  readonly words: readonly Word[];
  readonly methods: readonly Methods[];
  readonly types: readonly NamedType[];
  /** Options that no word takes itself: those of operators, of matchers, and what is compiled. */
  readonly groups: readonly OptionGroup[];
}

const ownGroups = ["Matching", "PatternMatcher", "VariableMatcher", "Definitions"];

const folder = join(engine.packageFolder, "generators/language");

/** The words of the language and the methods of its values, from their declarations and docstrings. */
export function readLanguage(): Language {
  const project = new Project({
    tsConfigFilePath: join(engine.packageFolder, "tsconfig.package.json"),
    compilerOptions: { types: [] },
  });
  const index = project.getSourceFileOrThrow(join(folder, "index.ts"));
  const words: Word[] = [];
  const types: NamedType[] = [];
  for (const [name, declarations] of index.getExportedDeclarations()) {
    const [declaration] = declarations;
    if (Node.isFunctionDeclaration(declaration) || Node.isVariableDeclaration(declaration))
      words.push(readWord(name, declaration));
    else if (Node.isInterfaceDeclaration(declaration) || Node.isTypeAliasDeclaration(declaration))
      types.push({ name, text: docstringOf(declaration).text });
    else throw new Error(`${name} is exported, and neither a word nor a type`);
  }
  const files = project.getSourceFiles();
  const groups = groupsOf(
    new Map(ownGroups.flatMap((name) => files.flatMap((file) => pairOf(name, file.getInterface(name))))),
  );
  return { words, types, methods: files.flatMap(methodsIn), groups };
}

function pairOf<T>(name: string, value: T | undefined): (readonly [string, T])[] {
  return value === undefined ? [] : [[name, value]];
}

function readWord(name: string, declaration: FunctionDeclaration | VariableDeclaration): Word {
  const made = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : declaration;
  const isFunction = Node.isFunctionDeclaration(made) || Node.isArrowFunction(made);
  const parameters = isFunction ? made.getParameters() : [];
  return {
    name,
    file: declaration.getSourceFile().getFilePath().slice(`${folder}/`.length),
    docstring: docstringOf(
      Node.isVariableDeclaration(declaration) ? declaration.getVariableStatementOrThrow() : declaration,
    ),
    parameters: parameters.map((parameter) => ({
      // One that is taken apart at once has no name.
      name: Node.isIdentifier(parameter.getNameNode()) ? parameter.getName() : "options",
      optional: parameter.isOptional(),
      rest: parameter.isRestParameter(),
      takes: optionsOf(parameter.getTypeNodeOrThrow()),
    })),
  };
}

/** Interfaces whose methods authors call. */
function methodsIn(file: SourceFile): Methods[] {
  return file.getInterfaces().flatMap((declared) => {
    const methods = documentedMembers(declared);
    return methods.length === 0
      ? []
      : [{ of: declared.getName(), docstring: docstringOf(declared), methods }];
  });
}

/** Those with an example: what an author calls. */
function documentedMembers(declared: InterfaceDeclaration): Method[] {
  const members = [...declared.getMethods(), ...declared.getProperties()];
  return members
    .sort((a, b) => a.getPos() - b.getPos())
    .flatMap((member) => {
      const docstring = docstringOf(member);
      if (docstring.examples.length === 0) return [];
      const [signature] = member.getType().getCallSignatures();
      const parameters = signature?.getParameters().flatMap((symbol) => {
        const declaration = symbol.getValueDeclaration();
        if (!Node.isParameterDeclaration(declaration) || symbol.getName() === "this") return [];
        const [optional, rest] = [declaration.isOptional(), declaration.isRestParameter()];
        return [{ name: symbol.getName(), optional, rest }];
      });
      return [{ name: member.getName(), docstring, parameters }];
    });
}

interface Documented {
  readonly getJsDocs: (InterfaceDeclaration | TypeAliasDeclaration)["getJsDocs"];
}

function docstringOf(declaration: Documented): Docstring {
  const last = declaration.getJsDocs().at(-1);
  return last ? readDocstring(last.getText()) : noDocstring;
}
