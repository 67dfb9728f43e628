/** Names that Windows keeps for devices, whatever the ending: `con.yml` is none. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/** A name of a file may have 255 bytes nearly everywhere; this much is left for what is put behind it, such as `-12-light.svg`. */
const longest = 255 - 25;

/** Why a text cannot be the name of a file or a folder on every system, as words behind its name; undefined: it can. */
export function whyNoFileName(name: string): string | undefined {
  if (devices.test(name)) return "is the name of a device of Windows";
  const [forbidden] = /[<>:"/\\|?*]/.exec(name) ?? [];
  if (forbidden !== undefined) return `has a ${forbidden}, which Windows takes in no name`;
  if (name.endsWith(".")) return "ends with a dot, which Windows drops";
  if (name !== name.trim()) return "begins or ends with a space, which Windows drops";
  if (new TextEncoder().encode(name).length > longest)
    return `is longer than ${longest} bytes, and with its ending longer than a file's name may be`;
  return undefined;
}

/** What names have in common that are one on a system which tells neither the case of letters nor their spelling apart. */
export function asOnAnySystem(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
