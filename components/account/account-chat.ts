/** The chat channels of an account, each told what the topics of all its regions are told. */
import type * as pulumi from "@pulumi/pulumi";

import { type Chat, ChatChannel } from "../alerts/chat-channel";
import type { Scope } from "../base/component";

/** A channel, and what it is called here. */
export type NamedChat = Chat & { readonly name: string };

/** @param topicArns of every region; absent where nobody is told of anything */
export function createChatChannels(
  scope: Scope,
  { chatChannels, homeRegion: region }: { readonly chatChannels: readonly NamedChat[]; readonly homeRegion: string },
  topicArns: readonly (pulumi.Input<string> | undefined)[],
): readonly ChatChannel[] {
  const told = topicArns.filter((arn) => arn !== undefined);
  return told.length === 0
    ? []
    : chatChannels.map(
        ({ name, ...chat }) =>
          new ChatChannel(scope.child(`chat-${name}`), { chat, topicArns: told, region }, scope.options),
      );
}
