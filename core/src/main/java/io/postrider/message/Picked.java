package io.postrider.message;

import java.util.List;

/**
 * What a batch had to give.
 *
 * @param held it waits for a person, so there is nothing
 * @param stopped a person stopped its run
 * @param messages in the order of their numbers; less than wanted at the end of the batch
 */
public record Picked(long batchId, boolean held, boolean stopped, List<Outgoing> messages) {}
