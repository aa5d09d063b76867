package io.postrider.stage.rendering;

import io.postrider.message.NewMessage;
import io.postrider.resource.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A recipient and the sender of the message to them.
 *
 * @param maxParts a message of more parts is not sent
 * @param route how a virtual sender chose; null if the run has one sender
 */
record Addressed(Recipient recipient, long senderId, int maxParts, NewMessage.@Nullable Route route) {}
