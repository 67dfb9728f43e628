import { codeBlock, heading, inlineCode } from "../../../text/markdown.ts";
import { ownLogs } from "../../filebeat/config.ts";

/** What Filebeat writes about itself. */
export function ownLogSection(): string[] {
  const { path, name, keepfiles } = ownLogs.files;
  return [
    heading(2, "What Filebeat says of itself"),
    `Filebeat writes a file a day into ${inlineCode(path)} of its container and keeps the last ${keepfiles}; ${inlineCode("docker compose logs filebeat")} has only what went wrong before that. The newest lines:`,
    codeBlock(
      "sh",
      `docker compose exec filebeat bash -c 'tail -n 50 "$(ls -t ${path}/${name}* | head -n 1)"'`,
    ),
  ];
}
