import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/accounts/latest/reference/API_AlternateContact.html", readOn: "2026-11-27" },
  { page: "https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html", readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
    readOn: "2026-11-27",
  },
];

/** Whom AWS writes to beside the owner of the root user's address: of each kind an account has one at most. */
export const ALTERNATE_CONTACTS = {
  security: "SECURITY",
  operations: "OPERATIONS",
  billing: "BILLING",
} as const satisfies Readonly<Record<string, string>>;

export type AlternateContactKind = keyof typeof ALTERNATE_CONTACTS;

// Object.keys loses the key types.
export const ALTERNATE_CONTACT_KINDS = Object.keys(ALTERNATE_CONTACTS) as readonly AlternateContactKind[];

/** What AWS takes of a contact. The pattern of an address is AWS's own, without the spaces around it. */
export const CONTACT_FORMS = {
  name: { form: /^.{1,64}$/, inWords: "1 to 64 characters" },
  title: { form: /^.{1,50}$/, inWords: "1 to 50 characters" },
  emailAddress: {
    form: /^(?=.{1,254}$)[\w+=.#|!&-]+@[\w.-]+\.\w+$/,
    inWords: "an email address of at most 254 characters",
  },
  phoneNumber: {
    form: /^[\s0-9()+-]{1,25}$/,
    inWords: "1 to 25 digits, spaces, parentheses, hyphens and plus signs",
  },
} as const satisfies Readonly<Record<string, { readonly form: RegExp; readonly inWords: string }>>;

/** Whom AWS reaches by mail and by telephone: a person, or better a list that a team reads. */
export type AlternateContact = Readonly<Record<keyof typeof CONTACT_FORMS, string>>;

// Object.keys loses the key types.
export const CONTACT_FIELDS = Object.keys(CONTACT_FORMS) as readonly (keyof typeof CONTACT_FORMS)[];
