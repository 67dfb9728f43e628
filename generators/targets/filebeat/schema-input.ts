import {
  absolutePath,
  anyText,
  closed,
  flag,
  listOf,
  matching,
  nothing,
  oneKeyOf,
  oneOf,
  setOf,
  text,
} from "../schema.ts";
import type { Schema } from "../schema.ts";

const multiline = closed({
  type: oneOf("pattern"),
  pattern: text,
  negate: flag,
  match: oneOf("after", "before"),
});

const ndjson = closed(
  {},
  { target: anyText, overwrite_keys: flag, expand_keys: flag, add_error_key: flag, message_key: text },
);

/** A filestream input. Its id must be there and never change: Filebeat keeps under it how far it has read. */
export const filestreamSchema: Schema = closed(
  {
    type: oneOf("filestream"),
    id: matching("^[a-zA-Z0-9._-]+$"),
    paths: setOf(absolutePath),
    prospector: closed({
      scanner: closed(
        // Filebeat refuses less than 64 bytes.
        {
          fingerprint: closed(
            { length: { type: "integer", minimum: 64 } },
            { enabled: flag, offset: { type: "integer", minimum: 0 } },
          ),
        },
        { exclude_files: setOf(text), include_files: setOf(text) },
      ),
    }),
    file_identity: closed({ fingerprint: nothing }),
    fields_under_root: flag,
    fields: closed({
      service: closed({ name: text }),
      event: closed({ dataset: text }),
      signalbox: closed({ format: oneOf("level lines", "access lines") }),
    }),
  },
  {
    enabled: flag,
    tags: setOf(text),
    parsers: listOf(oneKeyOf({ multiline, ndjson }), { minItems: 1 }),
  },
);
