package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.MessageTrack;
import io.postrider.plugin.api.Submission;
import java.time.Instant;

/**
 * A message that is released and has no outcome yet.
 *
 * @param begun when it was tried for the first time
 * @param expires when there is no sense in a further try
 */
record Flight(DispatchBatch batch, MessageTrack message, Submission submission, Instant begun, Instant expires) {}
