import { functions } from "./functions.ts";
import { contextAfter, escapedIn, type HtmlContext } from "./html-context.ts";
import type { Branch, Node, Operand, Pipe, Templates } from "./tree.ts";
import { isTrue, printed, type Value } from "./value.ts";

/** What a text becomes with this value as its dot; throws a SyntaxError where it does something that is not known here. */
export function renderText(nodes: readonly Node[], templates: Templates, dot: Value): string {
  const parts: string[] = [];
  const add = (text: string) => void parts.push(text);
  render(nodes, {
    templates,
    dot,
    variables: rootOf(dot),
    addText: add,
    addValue: (value) => add(printed(value)),
  });
  return parts.join("");
}

/** The same of a page of HTML, in which values are escaped by where they stand. */
export function renderHtml(nodes: readonly Node[], templates: Templates, dot: Value): string {
  const parts: string[] = [];
  let context: HtmlContext = "text";
  const addText = (text: string) => {
    parts.push(text);
    context = contextAfter(context, text);
  };
  const addValue = (value: Value) => {
    if (typeof value === "object" && context === "text") return void parts.push(printed(value));
    const text = printed(value);
    parts.push(escapedIn(context, text));
    if (typeof context === "object") context = { ...context, begun: context.begun + text };
  };
  render(nodes, { templates, dot, variables: rootOf(dot), addText, addValue });
  return parts.join("");
}

interface Variable {
  readonly name: string;
  value: Value;
}

interface State {
  readonly templates: Templates;
  readonly dot: Value;
  /** Of the blocks around it, the innermost last. */
  readonly variables: Variable[];
  readonly addText: (text: string) => void;
  readonly addValue: (value: Value) => void;
}

function rootOf(value: Value): Variable[] {
  return [{ name: "$", value }];
}

function render(nodes: readonly Node[], state: State): void {
  for (const node of nodes) {
    switch (node.kind) {
      case "text":
        state.addText(node.text);
        break;
      case "action": {
        const value = valueOf(node.pipe, state);
        if (node.pipe.variables.length === 0) state.addValue(value);
        break;
      }
      case "template":
        renderTemplate(node.name, node.pipe, state);
        break;
      default:
        renderBranch(node, state);
    }
  }
}

function renderTemplate(name: string, pipe: Pipe | undefined, state: State): void {
  const body = state.templates.get(name);
  if (!body) throw new SyntaxError(`there is no template ${name}`);
  const dot = pipe ? valueOf(pipe, state) : "";
  render(body, { ...state, dot, variables: rootOf(dot) });
}

function renderBranch(branch: Branch, state: State): void {
  const before = state.variables.length;
  if (branch.kind === "range") renderRange(branch, state);
  else {
    const value = valueOf(branch.pipe, state);
    const isTaken = isTrue(value);
    const dot = branch.kind === "with" && isTaken ? value : state.dot;
    render(isTaken ? branch.then : branch.otherwise, { ...state, dot });
  }
  state.variables.length = before;
}

function renderRange({ pipe, then, otherwise }: Branch, state: State): void {
  const value = valueOf({ ...pipe, variables: [] }, state);
  const items = typeof value === "object" ? value.items : undefined;
  if (!items) throw new SyntaxError("a range goes through a list");
  if (items.length === 0) return render(otherwise, state);
  const before = state.variables.length;
  for (const [index, item] of items.entries()) {
    const values: readonly Value[] = pipe.variables.length === 2 ? [index, item] : [item];
    for (const [place, name] of pipe.variables.entries())
      state.variables.push({ name, value: values[place] ?? "" });
    render(then, { ...state, dot: item });
    state.variables.length = before;
  }
}

function valueOf({ variables, assigns, commands }: Pipe, state: State): Value {
  let value: Value | undefined;
  for (const command of commands) value = valueOfCommand(command, value, state);
  if (value === undefined) throw new SyntaxError("nothing where a value belongs");
  const [name] = variables;
  if (name === undefined) return value;
  if (assigns) variableOf(name, state).value = value;
  else state.variables.push({ name, value });
  return value;
}

function valueOfCommand(command: readonly Operand[], piped: Value | undefined, state: State): Value {
  const [first, ...others] = command;
  const args = [
    ...others.map((one) => valueOfOperand(one, [], state)),
    ...(piped === undefined ? [] : [piped]),
  ];
  if (!first) throw new SyntaxError("nothing where a value belongs");
  return valueOfOperand(first, args, state);
}

function valueOfOperand(operand: Operand, args: readonly Value[], state: State): Value {
  if (operand.kind === "function") {
    const call = Object.hasOwn(functions, operand.name) ? functions[operand.name] : undefined;
    if (!call) throw new SyntaxError(`${operand.name} is not known here`);
    return call(args);
  }
  if (operand.kind === "literal") return operand.value;
  const { from, path } = operand;
  const start =
    from === "dot"
      ? state.dot
      : "variable" in from
        ? variableOf(from.variable, state).value
        : valueOf(from, state);
  return path.reduce(
    (value, name, index) => fieldOf(value, name, index === path.length - 1 ? args : []),
    start,
  );
}

function variableOf(name: string, { variables }: State): Variable {
  const found = variables.findLast((one) => one.name === name);
  if (!found) throw new SyntaxError(`${name} is not known here`);
  return found;
}

function fieldOf(value: Value, name: string, args: readonly Value[]): Value {
  const field = typeof value === "object" ? value.get(name, args) : undefined;
  if (field === undefined) throw new SyntaxError(`there is no .${name}`);
  return field;
}
