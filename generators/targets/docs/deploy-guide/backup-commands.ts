import type { Compose } from "../../../language/compose.ts";

/** Copies every volume into `backup/`. The programs rest meanwhile: a copy of files that change is no backup. */
export function backUp(deploy: Compose): string {
  return ["docker compose stop", ...forEachVolume(deploy, ":ro", "-czf"), "docker compose start"].join("\n");
}

/** Fills empty volumes from `backup/`. */
export function restore(deploy: Compose): string {
  return [
    "docker compose down --volumes",
    "docker compose create",
    ...forEachVolume(deploy, "", "-xzf"),
    "docker compose start",
  ].join("\n");
}

/** With the image of Prometheus, which has tar and is on the machine anyway. */
function forEachVolume({ name, containers }: Compose, readOnly: string, action: string): string[] {
  return [
    `for volume in $(docker volume ls -q --filter label=com.docker.compose.project=${name}); do`,
    `  docker run --rm --user 0 --entrypoint tar -v "$volume:/data${readOnly}" -v "$PWD/backup:/backup" \\`,
    `    ${containers.prometheus.image} ${action} "/backup/$volume.tar.gz" -C /data .`,
    "done",
  ];
}
