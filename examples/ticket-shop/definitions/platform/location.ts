/** Where the team and its machines are: business hours and log lines without a time zone go by this clock. */
export const location = "Europe/Berlin";
