import { join } from "node:path";
import { counted, type LibraryJudge } from "../judge.ts";
import { problemsAt } from "../../../generators/targets/validation/finding.ts";
import { lastCaughtBefore } from "../../../generators/targets/validation/go-errors.ts";
import { itemsAt, textAt, valueAt } from "../../../generators/targets/validation/untyped-data.ts";
import { composePath } from "./compose-config.ts";

/** The compose file by dclint's own rules, whose warnings count as errors. */
export const composeStyle: LibraryJudge = {
  id: "compose-style",
  what: "compose file, good practice",
  library: "dclint",
  isAbout: (path) => path === composePath,
  async judge({ files, model, outFolder }) {
    // Loaded only now, while the tools run: it is the largest package of all.
    const { DCLinter } = await import("dclint");
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
    // Its own declarations cannot be read by TypeScript: they import each other without endings.
    const results: unknown = linter.lintFiles([join(outFolder, composePath)], false);
    const messages = itemsAt(results).flatMap((result) => itemsAt(result, "messages"));
    const complaints = messages.map((found) => {
      const line = Number(valueAt(found, "line") ?? 1);
      const message = `${textAt(found, "message")} [${textAt(found, "rule")}]`;
      const place = model.platform.deploy.place;
      return {
        path: composePath,
        line,
        place,
        message: withService(message, files[composePath] ?? "", line),
      };
    });
    return { judged: counted(1, "file"), problems: problemsAt(composeStyle.id, complaints, files) };
  },
};

/** dclint names the service in some of its messages only. */
function withService(message: string, text: string, line: number): string {
  const section = lastCaughtBefore(text, line, /^(\w+):/);
  const name = lastCaughtBefore(text, line, /^ {2}([\w-]+):$/);
  const isNamed = section !== "services" || name === undefined || message.includes(`"${name}"`);
  return isNamed ? message : `service "${name}": ${message}`;
}
