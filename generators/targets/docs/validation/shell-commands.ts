/** A command that a guide asks its reader to type. */
export interface ShellCommand {
  readonly line: number;
  /** `docker`, `compose`, `ps` … without quotation marks and without a comment. */
  readonly words: readonly string[];
}

/**
 * The commands of a Markdown file that begin like this, such as `docker compose`: in blocks of sh, where they may stand
 * within others, and in code within a sentence. What follows a pipe, a semicolon or an ampersand is another command.
 */
export function shellCommands(markdown: string, beginning: string): ShellCommand[] {
  return linesOfCode(markdown).flatMap(({ line, text }) =>
    text
      .split(beginning)
      .slice(1)
      .map((rest) => ({ line, words: [...beginning.split(" "), ...wordsOf(rest)] })),
  );
}

function linesOfCode(markdown: string): { readonly line: number; readonly text: string }[] {
  let language: string | undefined;
  return markdown.split("\n").flatMap((text, index) => {
    const line = index + 1;
    const fence = /^\s*```+(\w*)/.exec(text);
    if (fence) {
      language = language === undefined ? (fence[1] ?? "") : undefined;
      return [];
    }
    if (language === "sh") return [{ line, text }];
    if (language !== undefined) return [];
    return [...text.matchAll(/(`+)(?!`)(.*?[^`])\1(?!`)/g)].map(([, , code = ""]) => ({ line, text: code }));
  });
}

/** Up to the end of the command. A quoted word is one, whatever is in it. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"|;&)#]|(?<=\S)#)+|[|;&)#]/g)) {
    if (/^[|;&)#]$/.test(word)) break;
    words.push(word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"));
  }
  return words;
}
