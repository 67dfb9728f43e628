import { Script } from "node:vm";
import { schemaJudge, type Mistake } from "../schema-judge.ts";
import { filebeatSchemas } from "../../../generators/targets/filebeat/schema.ts";
import { itemsAt, textAt } from "../../../generators/targets/validation/untyped-data.ts";

/** filebeat.yml by a schema: there is no Filebeat on most machines, and it has none to give. */
export const filebeatShape = schemaJudge({
  id: "filebeat-shape",
  what: "log shipping",
  isAbout: (path) => path === "filebeat/filebeat.yml",
  schema: ({ platform }) => filebeatSchemas[platform.logs?.output ?? "elasticsearch"],
  placeOf([section, index], { data }, { model }) {
    const id = section === "filebeat.inputs" ? textAt(data, section, index ?? "", "id") : undefined;
    const log = model.logs.find((candidate) => `${candidate.service}.${candidate.id}` === id);
    return log?.place ?? model.platform.place;
  },
  mistakes: ({ data }) => [...sharedIds(data), ...indexMistakes(data), ...scriptMistakes(data)],
});

/** Of two inputs with one id Filebeat starts neither. */
function sharedIds(data: unknown): Mistake[] {
  const ids = itemsAt(data, "filebeat.inputs").map((input) => textAt(input, "id") ?? "");
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: ["filebeat.inputs", String(index), "id"],
            message: `is "${id}", as that of another input is`,
          },
        ],
  );
}

/** The template must be for the index that is written, or its settings apply to none. */
function indexMistakes(data: unknown): Mistake[] {
  const index = textAt(data, "output.elasticsearch", "index");
  const pattern = textAt(data, "setup.template", "pattern");
  if (index === undefined || pattern === undefined) return [];
  const start = pattern.replace(/\*$/, "");
  const fits = pattern.endsWith("*") ? index.startsWith(start) : index === pattern;
  return fits ? [] : [{ path: ["setup.template", "pattern"], message: `does not cover the index ${index}` }];
}

function scriptMistakes(data: unknown): Mistake[] {
  return itemsAt(data, "processors").flatMap((processor, index) => {
    const source = textAt(processor, "script", "source");
    const mistake = source === undefined ? undefined : scriptMistake(source);
    return mistake === undefined
      ? []
      : [{ path: ["processors", String(index), "script", "source"], message: mistake }];
  });
}

function scriptMistake(source: string): string | undefined {
  // Filebeat fills in variables before it reads the script.
  if (source.includes("${")) return "has ${, which Filebeat would take for a variable";
  try {
    new Script(source);
    return undefined;
  } catch (error) {
    return `is no JavaScript: ${error instanceof Error ? error.message : String(error)}`;
  }
}
