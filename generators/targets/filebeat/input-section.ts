import type { LogModel } from "../../model/model.ts";
import { logFolder } from "./folders.ts";

/** A filestream input. Filebeat keeps under its id how far it has read, so an id must never change. */
export function inputSection(log: LogModel): object {
  const folder = logFolder(log.service);
  return {
    type: "filestream",
    id: `${log.service}.${log.id}`,
    // The file, and those it was rotated to: name.log.1, name.log.2026-01-31.
    paths: log.files.flatMap((file) => [`${folder}/${file}`, `${folder}/${file}.[0-9]*`]),
    prospector: {
      scanner: {
        exclude_files: ["\\.gz$"],
        // By itself Filebeat does not read a file before it has 1024 bytes, which a quiet log may take days for.
        fingerprint: { length: 128 },
      },
    },
    // A file is known by its first bytes: rotation changes its name, and an inode may be used again.
    file_identity: { fingerprint: null },
    parsers: log.multiline ? [{ multiline: untilNextTime }] : undefined,
    tags: log.tags.length > 0 ? log.tags : undefined,
    fields_under_root: true,
    fields: {
      service: { name: log.service },
      event: { dataset: log.dataset },
      // For the processors; they take it away again.
      signalbox: { format: log.format },
    },
  };
}

/** A line that does not begin with a date belongs to the one before, as the lines of a stack trace do. */
const untilNextTime = {
  type: "pattern",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} ",
  negate: true,
  match: "after",
};
