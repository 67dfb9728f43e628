import {
  anyText,
  closed,
  count,
  flag,
  listOf,
  nothing,
  oneKeyOf,
  oneOf,
  setOf,
  text,
  type Schema,
} from "../schema.ts";

const field = text;

/** Processors by name; a processor is a mapping of one key. */
const processors: Readonly<Record<string, Schema>> = {
  script: closed({ lang: oneOf("javascript"), source: text }, { tag: text }),
  timestamp: closed(
    { field, layouts: setOf(text) },
    { timezone: text, ignore_missing: flag, ignore_failure: flag, test: setOf(text) },
  ),
  convert: closed(
    {
      fields: listOf(
        closed(
          { from: field },
          { to: field, type: oneOf("ip", "integer", "long", "float", "boolean", "string") },
        ),
        { minItems: 1 },
      ),
    },
    { ignore_missing: flag, fail_on_error: flag, mode: oneOf("copy", "rename") },
  ),
  dissect: closed(
    { tokenizer: text },
    { field, target_prefix: anyText, ignore_failure: flag, overwrite_keys: flag },
  ),
  drop_fields: closed({ fields: setOf(field) }, { ignore_missing: flag }),
  add_host_metadata: orNothing(closed({}, { netinfo: closed({ enabled: flag }) })),
  add_cloud_metadata: nothing,
  add_docker_metadata: orNothing(closed({}, { match_source: flag, match_source_index: count })),
  add_kubernetes_metadata: nothing,
};

/** What happens to a line, in the order of the list. */
export const processorsSchema: Schema = listOf(oneKeyOf(processors));

/** Its settings, or none: `add_host_metadata: null`. */
function orNothing(settings: Schema): Schema {
  return { ...settings, type: ["object", "null"] };
}
