const megabyte = 1_000_000;

/** A size as people say it: "97 MB", "8.4 MB", "640 kB". */
export const byteSize = (bytes: number): string => {
  if (bytes >= 10 * megabyte) return `${Math.round(bytes / megabyte)} MB`;
  if (bytes >= megabyte) return `${(bytes / megabyte).toFixed(1)} MB`;
  return `${Math.ceil(bytes / 1_000)} kB`;
};
