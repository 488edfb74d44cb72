/** Whom AWS writes to about an account, beside the owner of the root user's address. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  ALTERNATE_CONTACTS,
  ALTERNATE_CONTACT_KINDS,
  type AlternateContact,
  type AlternateContactKind,
  CONTACT_FIELDS,
  CONTACT_FORMS,
} from "../../facts/account/alternate-contacts";
import { componentType, scopeOf } from "../base/component";
import { matching, optionOf, OptionError } from "../base/options";

export type { AlternateContact } from "../../facts/account/alternate-contacts";

/** Options of {@link AlternateContacts}: one contact at least. */
export interface AlternateContactsArgs {
  /** Told of abuse and of leaked credentials. @default - the account's contact stays as it is */
  readonly security?: AlternateContact;
  /** Told of outages and of changes of services. @default - the account's contact stays as it is */
  readonly operations?: AlternateContact;
  /** Told of invoices and payments. @default - the account's contact stays as it is */
  readonly billing?: AlternateContact;
}

/**
 * The alternate contacts of an account. An account has each of them once: creating one overwrites what is there, and deleting it
 * leaves the account without. In a member account of an organization AWS refuses them until the organization trusts AWS Account
 * Management.
 *
 * @throws {OptionError} when no contact is given, or a part of one is nothing that AWS takes
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html
 */
export class AlternateContacts extends pulumi.ComponentResource {
  constructor(name: string, args: AlternateContactsArgs, opts?: pulumi.ComponentResourceOptions) {
    const contacts = resolveAlternateContacts(name, args);
    super(componentType("AlternateContacts"), name, args, opts);
    const scope = scopeOf(this, name);

    for (const { kind, contact } of contacts) {
      new aws.account.AlternativeContact(
        scope.child(kind),
        { alternateContactType: ALTERNATE_CONTACTS[kind], ...contact },
        scope.options,
      );
    }
    this.registerOutputs();
  }
}

/** A contact and what it is told of. */
export interface KindOfContact {
  readonly kind: AlternateContactKind;
  readonly contact: AlternateContact;
}

/** @throws {OptionError} as {@link AlternateContacts} does */
export function resolveAlternateContacts(name: string, args: AlternateContactsArgs): readonly KindOfContact[] {
  const option = optionOf("AlternateContacts", name);
  const contacts = ALTERNATE_CONTACT_KINDS.flatMap((kind) => {
    const contact = args[kind];
    return contact === undefined ? [] : [{ kind, contact }];
  });
  if (contacts.length === 0) {
    throw new OptionError({
      path: option("security"),
      got: undefined,
      allowed: `a contact, here or in another of ${ALTERNATE_CONTACT_KINDS.join(", ")}`,
      fix: "Give one, or leave the component out.",
    });
  }
  for (const { kind, contact } of contacts) {
    for (const field of CONTACT_FIELDS) {
      const { form, inWords } = CONTACT_FORMS[field];
      matching(form, inWords, "AWS refuses the contact otherwise.")(contact[field], option(`${kind}.${field}`));
    }
  }
  return contacts;
}
