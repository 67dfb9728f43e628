import { entriesOf } from "../generators/asked/index.ts";
import { explained } from "../generators/checks/index.ts";
import { suggestion } from "../generators/text/suggestion.ts";
import { listJson } from "./ask/entry-json.ts";
import { listText } from "./ask/entry-text.ts";
import { entryKinds, isEntryKind } from "./ask/kinds.ts";
import { loadedProject } from "./ask/loaded-project.ts";
import { commandOfWord, refuseUse, type ExitCode, say } from "./command-line.ts";
import { firstSentence } from "./explain/check-pages.ts";
import { jsonText } from "./json-problems.ts";
import { textTable } from "./simulate/text-table.ts";

const kinds = [...entryKinds, "checks"];

/** Says what there is of a kind, with what one compares them by. */
export const listCommand = commandOfWord({
  name: "list",
  summary: `Lists what the project has: ${kinds.join(", ")}.`,
  word: "KIND",
  wordHelp: `KIND is one of ${kinds.join(", ")}. "signalbox explain NAME" says more of one of them.`,
  options: {
    service: { type: "string", value: "NAME", help: "only what this service defines" },
    proposed: {
      type: "boolean",
      help: "only alerts whose scenario a program proposed, and nobody has judged yet",
    },
    json: { type: "boolean", help: "the same as JSON, for a program" },
  },
  run: list,
});

interface ListOptions {
  readonly service?: string;
  readonly proposed?: boolean;
  readonly json?: boolean;
}

async function list(
  kind: string | undefined,
  { service, proposed = false, json }: ListOptions,
): Promise<ExitCode> {
  if (kind === undefined) return refuseUse("list", `Name what to list: ${kinds.join(", ")}.`);
  if (proposed && kind !== "alerts") return refuseUse("list", "--proposed goes with alerts.");
  if (kind === "checks" && service === undefined) return say(checkList(json));
  if (kind === "checks") return refuseUse("list", "Checks are of no service.");
  if (!isEntryKind(kind)) {
    return refuseUse("list", `There is nothing called '${kind}'${suggestion(kind, kinds)} to list.`);
  }
  // What an import has proposed is judged before the build has nothing more to ask.
  const loaded = await loadedProject({ json: json ?? false, unchecked: proposed });
  if ("exitCode" in loaded) return loaded.exitCode;
  const { services } = loaded.model;
  const names = services.map(({ name }) => name);
  if (service !== undefined && !names.includes(service)) {
    return refuseUse("list", `There is no service '${service}'${suggestion(service, names)}.`);
  }
  const all = entriesOf[kind](loaded.model);
  const ofService = service === undefined ? all : all.filter((one) => one.service === service);
  const entries = proposed ? ofService.filter(({ isProposed }) => isProposed) : ofService;
  return say(
    json
      ? jsonText(listJson(entries))
      : listText(entries) || `There are no ${kind}${proposed ? " with a proposed scenario" : ""}.\n`,
  );
}

function checkList(json = false): string {
  const all = explained.map(({ id, why, source }) => ({ id, why, source }));
  if (json) return jsonText(all);
  return `${textTable(all.map(({ id, why }) => [id, firstSentence(why)]))}\n`;
}
