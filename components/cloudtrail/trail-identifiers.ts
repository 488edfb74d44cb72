/** The forms of the names by which options identify trails and those who own them. */
import { matching, OptionError } from "../base/options";

const NAME_FORM = "(?=.{3,128}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$";

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html */
export const trailNameForm = matching(
  new RegExp(`^${NAME_FORM}`),
  "3 to 128 letters, digits and single . _ - between them",
  "Choose a name of that form.",
);

const DATA_TRAIL_SUFFIX = "-data";

/** The name of the trail that logs the data events of another. */
export function dataTrailNameOf(trailName: string): string {
  return `${trailName}${DATA_TRAIL_SUFFIX}`;
}

/** The name of a trail whose data events another logs, and of that one. */
export function pairedTrailNameForm(trailName: string, path: string): void {
  const longest = 128 - DATA_TRAIL_SUFFIX.length;
  if (trailName.length > longest) {
    throw new OptionError({
      path,
      got: trailName,
      allowed: `up to ${longest} characters, because a second trail is called ${dataTrailNameOf("<trailName>")}`,
      fix: 'Choose a shorter name, or set cloudWatchCopy to "all".',
    });
  }
}

export const trailArnForm = matching(
  new RegExp(`^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\\d{12}:trail/${NAME_FORM}`),
  "the ARN of a trail",
  "Give it in full, such as arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail.",
);

export const organizationIdForm = matching(
  /^o-[a-z0-9]{10,32}$/,
  "o- and 10 to 32 lower-case letters and digits",
  "Take the id that AWS Organizations shows.",
);

/** A check that a string is an account's id. `fix` says whose id it is to be. */
export function accountIdForm(fix: string) {
  return matching(/^\d{12}$/, "twelve digits", fix);
}
