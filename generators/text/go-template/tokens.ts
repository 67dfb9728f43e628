/** A piece of a template: what is printed as it stands, or what is between braces. */
export type Piece = { readonly text: string } | { readonly action: string };

const inner = /(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[^]*?\*\/|(?!\}\})[^"`])*/y;

/** The pieces of a text in their order; a dash inside of the braces takes the space beside them away. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let trims = false;
  let at = 0;
  const addText = (to: number, trimsEnd: boolean) => {
    const whole = source.slice(at, to);
    const begun = trims ? whole.replace(/^[ \t\r\n]+/, "") : whole;
    const text = trimsEnd ? begun.replace(/[ \t\r\n]+$/, "") : begun;
    if (text !== "") pieces.push({ text });
  };
  for (let open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
    inner.lastIndex = open + 2;
    const action = inner.exec(source)?.[0] ?? "";
    const end = open + 2 + action.length;
    if (!source.startsWith("}}", end)) throw new SyntaxError(`no }} after ${source.slice(open, open + 20)}`);
    addText(open, /^-[ \t\r\n]/.test(action));
    trims = /[ \t\r\n]-$/.test(action);
    const bare = action.replace(/^-(?=[ \t\r\n])/, "").replace(/([ \t\r\n])-$/, "$1");
    // A comment is nothing.
    if (!/^\s*\/\*/.test(bare)) pieces.push({ action: bare.trim() });
    at = end + 2;
  }
  addText(source.length, false);
  return pieces;
}

const token = /\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`|:=|[=,|()]|\$\w*(?:\.\w+)*|(?:\.\w+)+|\.|-?\d+|[A-Za-z_]\w*)/y;

/** The words of an action; the fields of what stands between brackets begin with `)`. */
export function tokensOf(action: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let found = token.exec(action); found; found = token.exec(action)) {
    const [whole = "", word = ""] = found;
    const isOfBrackets = tokens.at(-1) === ")" && whole === word && word.startsWith(".");
    if (isOfBrackets) tokens[tokens.length - 1] = `)${word}`;
    else tokens.push(word);
    end = token.lastIndex;
  }
  if (action.slice(end).trim() !== "") throw new SyntaxError(`{{ ${action} }}`);
  return tokens;
}
