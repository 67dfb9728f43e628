import type { Mistake } from "../../validation/finding.ts";
import { itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { SchemaValidator, Script } from "../../validation/validator.ts";
import { filebeatSchemas } from "../schema.ts";

/** filebeat.yml by a schema: most machines have no Filebeat, and it has no schema of its own. */
export const filebeatShape: SchemaValidator = {
  id: "filebeat-shape",
  what: "log shipping",
  by: "schema",
  covers: (path) => path === "filebeat/filebeat.yml",
  schema: ({ platform }) => filebeatSchemas[platform.logs?.output ?? "elasticsearch"],
  mustRefuse: ["filebeat.inputs: [{ type: smoke, id: wrong }]\n"],
  placeOf([section, index], { data }, { model }) {
    const id = section === "filebeat.inputs" ? textAt(data, section, index ?? "", "id") : undefined;
    const log = model.logs.find((candidate) => `${candidate.service}.${candidate.id}` === id);
    return log?.place ?? model.platform.place;
  },
  mistakes: ({ data }) => [...sharedIds(data), ...indexMistakes(data), ...variablesInScripts(data)],
  scripts: ({ data }) => scriptsIn(data),
};

/** Of two inputs with one id Filebeat starts neither. */
function sharedIds(data: unknown): Mistake[] {
  const ids = itemsAt(data, "filebeat.inputs").map((input) => textAt(input, "id") ?? "");
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: ["filebeat.inputs", String(index), "id"],
            message: `is "${id}", which another input has too`,
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

function scriptsIn(data: unknown): Script[] {
  return itemsAt(data, "processors").flatMap((processor, index) => {
    const source = textAt(processor, "script", "source");
    return source === undefined ? [] : [{ path: ["processors", String(index), "script", "source"], source }];
  });
}

/** Filebeat fills in variables before it reads the script. */
function variablesInScripts(data: unknown): Mistake[] {
  return scriptsIn(data).flatMap(({ path, source }) =>
    source.includes("${") ? [{ path, message: "has ${, which Filebeat would take for a variable" }] : [],
  );
}
