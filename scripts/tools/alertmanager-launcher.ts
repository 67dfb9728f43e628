/**
 * A shell script that runs the Alertmanager of the unpacked Debian package it lies in. Debian's program does not carry
 * its templates: it reads them below /usr/share and does not start without. The script gives that one process a view of
 * the files in which the package's folder is there; nothing is installed, and the process keeps its number.
 */
export const alertmanagerLauncher = `#!/bin/sh
package=$(cd "$(dirname "$0")" && pwd)
# Root needs no user namespace (-m); for anybody else it is the only way (-Urm).
for flags in -m -Urm; do
  if unshare $flags mount --rbind "$package/usr/share" /usr/share 2>/dev/null; then
    # Time zones and certificates stay those of the machine.
    exec unshare $flags sh -c '
      for folder in zoneinfo ca-certificates; do
        [ ! -d "/usr/share/$folder" ] || mount --rbind "/usr/share/$folder" "$0/usr/share/$folder" || exit 1
      done
      mount --rbind "$0/usr/share" /usr/share || exit 1
      exec "$0/usr/bin/prometheus-alertmanager" "$@"
    ' "$package" "$@"
  fi
done
echo "an unpacked Debian package needs a mount namespace for its templates, and this machine allows none" >&2
exit 1
`;

/** Folders of the package that the script mounts the machine's own on. */
export const launcherMountPoints: readonly string[] = ["usr/share/zoneinfo", "usr/share/ca-certificates"];
