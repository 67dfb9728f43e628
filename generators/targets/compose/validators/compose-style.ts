import { lastCaughtBefore } from "../../validation/go-errors.ts";
import type { ComposeLintValidator } from "../../validation/validator.ts";
import { composePath } from "./compose-config.ts";

/** The compose file by dclint's own rules, whose warnings count as errors. */
export const composeStyle: ComposeLintValidator = {
  id: "compose-style",
  what: "compose file, good practice",
  by: "dclint",
  mustRefuse: `services:
  wrong:
    image: wrong
    build: .
`,
  covers: (path) => path === composePath,
  findings: (messages, path, { model, files }) =>
    messages.map(({ line, message, rule }) => ({
      path,
      line,
      place: model.platform.deploy.place,
      message: withService(`${message} [${rule}]`, files[path] ?? "", line),
    })),
};

/** dclint names the service in some of its messages only. */
function withService(message: string, text: string, line: number): string {
  const section = lastCaughtBefore(text, line, /^(\w+):/);
  const name = lastCaughtBefore(text, line, /^ {2}([\w-]+):$/);
  const isNamed = section !== "services" || name === undefined || message.includes(`"${name}"`);
  return isNamed ? message : `service "${name}": ${message}`;
}
