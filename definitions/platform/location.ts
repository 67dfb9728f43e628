/** Where the team and the monitored machines are: its clock is that of business hours and of log lines without a zone. */
export const location = "Europe/Berlin";
