import {
  bearerToken,
  closed,
  flag,
  httpStatusCodes,
  listOf,
  matching,
  named,
  oneOf,
  text,
  when,
  type Schema,
} from "../../schema.ts";

const metricName = matching("^[a-zA-Z_][a-zA-Z0-9_]*$");
/** JSONPath as kubectl has it; without braces the exporter would take it for plain text. */
const jsonPath = matching("^\\{[^{}]*(?:\\\\[{}][^{}]*)*\\}$");
const labels = named(text, metricName);

const metric = {
  name: metricName,
  path: jsonPath,
  help: text,
  valuetype: oneOf("gauge", "counter"),
};

/**
 * json-exporter.yml. The exporter ignores every key that it does not know, and knows lower-case ones only: `valueType` would
 * be no error and no type.
 */
export const jsonExporterSchema: Schema = closed({
  modules: named(
    closed({
      http_client_config: closed({ follow_redirects: flag }, { authorization: bearerToken }),
      valid_status_codes: httpStatusCodes,
      metrics: listOf(
        when(
          "type",
          "object",
          closed({ ...metric, type: oneOf("object"), values: named(text, metricName) }, { labels }),
          closed(metric, { type: oneOf("value"), labels }),
        ),
        { minItems: 1 },
      ),
    }),
    matching("^[a-zA-Z0-9_-]+$"),
  ),
});
