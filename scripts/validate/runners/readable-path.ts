/** `modules.shop.metrics[2].valuetype`; a key with dots, as Filebeat has them, is written as it is. */
export function readablePath(path: readonly string[], data: unknown): string {
  let value = data;
  let written = "";
  for (const key of path) {
    const isList = Array.isArray(value);
    written += isList ? `[${key}]` : /^[\w.-]+$/.test(key) ? `.${key}` : `["${key}"]`;
    value = isObject(value) ? Reflect.get(value, key) : undefined;
  }
  return written === "" ? "the file" : written.replace(/^\./, "");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
