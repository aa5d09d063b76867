package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.MessageTrack;
import io.postrider.plugin.api.Submission;

/** A message that is released and has no outcome yet. */
record Flight(DispatchBatch batch, MessageTrack message, Submission submission) {}
