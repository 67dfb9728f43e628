import { runCommand } from "./run-command.ts";

void runCommand(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
