import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { engine } from "../../scripts/engine.ts";
import { settings } from "./compile.ts";

/** Stands before a name whose hover is asked for. */
const mark = "/*?*/";

/** What the compiler's language server, and so the editor, shows of each name after the mark in a text. */
export async function hovers(text: string): Promise<readonly string[]> {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox-hover-")));
  const file = join(folder, "definitions.ts");
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(file, text);
  const server = startServer();
  try {
    const uri = pathToFileURL(file).href;
    await server.ask("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
    });
    server.tell("initialized", {});
    server.tell("textDocument/didOpen", {
      textDocument: { uri, languageId: "typescript", version: 1, text },
    });
    const shown: string[] = [];
    for (const position of positionsIn(text)) {
      const result = await server.ask("textDocument/hover", { textDocument: { uri }, position });
      shown.push(textOf(result));
    }
    return shown;
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

function positionsIn(text: string): readonly { readonly line: number; readonly character: number }[] {
  return text
    .split("\n")
    .flatMap((content, line) =>
      [...content.matchAll(/\/\*\?\*\//g)].map(({ index }) => ({ line, character: index + mark.length })),
    );
}

function textOf(result: unknown): string {
  const [, text = '""'] = /"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(result)) ?? [];
  return String(JSON.parse(text));
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The language server, spoken to as an editor does: each message with its length before it. */
function startServer() {
  const child = spawn(engine.compiler(), ["--lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map<number, (result: unknown) => void>();
  let received = Buffer.alloc(0);
  let asked = 0;
  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const take = ({ id, method, result }: Message) => {
    if (id === undefined) return;
    // What the server asks of an editor has no answer here.
    if (method !== undefined)
      return send({ id, result: method === "workspace/configuration" ? [null] : null });
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  child.stdout.on("data", (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(received.subarray(0, Math.max(end, 0)).toString())?.[1],
      );
      if (end < 0 || received.length < end + 4 + length) return;
      take(JSON.parse(received.subarray(end + 4, end + 4 + length).toString()));
      received = received.subarray(end + 4 + length);
    }
  });
  return {
    tell: (method: string, params: unknown) => send({ method, params }),
    ask: (method: string, params: unknown) =>
      new Promise<unknown>((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        send({ id: asked, method, params });
      }),
    stop: () => child.kill(),
  };
}
