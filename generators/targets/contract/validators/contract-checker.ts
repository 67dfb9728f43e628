import { differenceKinds } from "../../../contract/kinds/index.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { counted } from "../../validation/subject.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { checkerPath } from "../checker.ts";

/** Whether the checker needs nothing but Node.js, and knows every kind of difference: it runs where nothing is installed. */
export const contractChecker: OwnValidator = {
  id: "contract-checker",
  what: "the checker of contracts",
  by: "signalbox",
  covers: (path) => path === checkerPath,
  validate({ files }) {
    const text = files[checkerPath] ?? "";
    return {
      checked: counted(differenceKinds.length, "kind"),
      findings: [...foreignImports(text), ...missingKinds(text)],
    };
  },
};

function foreignImports(text: string): FileFinding[] {
  return text.split("\n").flatMap((line, index) => {
    const module = /^(?:import|export)\b.*?\bfrom "([^"]+)";?$|^import "([^"]+)";?$/.exec(line);
    const name = module?.[1] ?? module?.[2];
    if (name === undefined || name.startsWith("node:")) return [];
    return [
      {
        path: checkerPath,
        line: index + 1,
        message: `imports ${name}, which is not there where it runs`,
        fix,
      },
    ];
  });
}

function missingKinds(text: string): FileFinding[] {
  return differenceKinds
    .filter(({ id }) => !text.includes(`id: ${JSON.stringify(id)}`))
    .map(({ id }) => ({ path: checkerPath, message: `does not know the difference ${id}`, fix }));
}

const fix = 'run "signalbox build", which writes the checker that belongs to this version';
