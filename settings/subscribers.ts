/** Who can be sent what a topic is told, as settings name them. */

const EMAIL = String.raw`[^\s@,;<>"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`;
const PROGRAM = String.raw`(arn:aws[a-z-]*:(sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}|lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64})|https:\/\/[^\s"<>@]{1,500})`;

/** An email address. */
export const EMAIL_FORM = new RegExp(`^${EMAIL}$`);
/** The ARN of a queue or function, or the https URL of a web server, without credentials. */
export const PROGRAM_FORM = new RegExp(`^${PROGRAM}$`);
/** Either. */
export const SUBSCRIBER_FORM = new RegExp(`^(${EMAIL}|${PROGRAM})$`);
