// What the package's bundle is made of: its command, and the language that definitions import from it. They share their modules:
// what an author's definition is, the command must know as such.
export { runCommand } from "./run-command.ts";
export * as language from "../generators/language/index.ts";
