type Fields = Record<string, unknown>;

/** An event as Filebeat's script processor offers it: fields by their dotted path. */
export interface FilebeatEvent {
  readonly fields: Fields;
  Get(path: string): unknown;
  Put(path: string, value: unknown): void;
  Delete(path: string): void;
  Tag(tag: string): void;
}

export function filebeatEvent(start: Fields): FilebeatEvent {
  const fields = structuredClone(start);
  const get = (path: string) =>
    path.split(".").reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), fields) ??
    null;
  return {
    fields,
    Get: get,
    Put: (path, value) => {
      const { parent, key } = place(fields, path);
      parent[key] = value;
    },
    Delete: (path) => {
      if (get(path) === null) return;
      const { parent, key } = place(fields, path);
      delete parent[key];
    },
    Tag: (tag) => {
      const tags = Array.isArray(fields["tags"]) ? fields["tags"] : [];
      if (!tags.includes(tag)) fields["tags"] = [...tags, tag];
    },
  };
}

/** Objects on the way are made; anything else on the way is an error, as in Filebeat. */
function place(fields: Fields, path: string): { readonly parent: Fields; readonly key: string } {
  const keys = path.split(".");
  const key = keys.pop() ?? "";
  const parent = keys.reduce((object, step) => {
    const next = (object[step] ??= {});
    if (!isFields(next)) throw new Error(`${path}: ${step} is no object`);
    return next;
  }, fields);
  return { parent, key };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
