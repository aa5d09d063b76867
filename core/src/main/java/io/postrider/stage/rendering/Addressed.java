package io.postrider.stage.rendering;

import io.postrider.message.NewMessage;
import io.postrider.resource.Recipient;
import io.postrider.sender.CharsetPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A recipient and the sender of the message to them.
 *
 * @param maxParts a message of more parts is not sent
 * @param charset what happens to characters that GSM 03.38 does not have
 * @param route how a virtual sender chose; null if the run has one sender
 */
record Addressed(
        Recipient recipient, long senderId, int maxParts, CharsetPolicy charset, NewMessage.@Nullable Route route) {}
