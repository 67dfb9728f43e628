import { node } from "./metrics.ts";

// File systems in memory, and those of images that never change, do not fill up.
const notOnDisk = { fstype: /tmpfs|ramfs|overlay|squashfs|iso9660/ };

/** Space that is left, in bytes. */
export const diskSpace = node.node_filesystem_avail_bytes.whereNot(notOnDisk);

/** Space that is left, of the whole. */
export const freeDisk = diskSpace.div(node.node_filesystem_size_bytes.whereNot(notOnDisk));

/** Memory that is left, of the whole. */
export const freeMemory = node.node_memory_MemAvailable_bytes.div(node.node_memory_MemTotal_bytes);
