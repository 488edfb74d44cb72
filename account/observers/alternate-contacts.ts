/** Whom AWS writes to about an account. */
import type * as aws from "@pulumi/aws";
import { ALTERNATE_CONTACTS } from "../../facts/account/alternate-contacts";
import { observer } from "../observer";

export const alternateContactObserver = observer<aws.account.AlternativeContactArgs>({
  type: "aws:account/alternativeContact:AlternativeContact",
  check: "verify-account-alternate-contact-as-declared",
  parts: [
    {
      properties: ["alternateContactType", "emailAddress", "name", "phoneNumber", "title"],
      read: async (reader, { id, region }) => {
        const type = Object.values(ALTERNATE_CONTACTS).find((one) => one === id);
        const found =
          type && (await reader.read("account:GetAlternateContact", region, { AlternateContactType: type }));
        const contact = found?.AlternateContact;
        return (
          contact && {
            alternateContactType: contact.AlternateContactType,
            emailAddress: contact.EmailAddress,
            name: contact.Name,
            phoneNumber: contact.PhoneNumber,
            title: contact.Title,
          }
        );
      },
    },
  ],
  notCompared: { accountId: "The account that is read is the caller's own." },
});
