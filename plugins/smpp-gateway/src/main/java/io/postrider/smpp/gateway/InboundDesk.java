package io.postrider.smpp.gateway;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.SmppConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DataSmResp;
import org.jsmpp.bean.DeliverSmResp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands receipts and replies to the host, one list a turn of the loop, and answers the operator when they are durable. A
 * part of a reply that waits for the others is answered at once: an operator with a window of one would never send them.
 */
final class InboundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InboundDesk.class);
    private static final int MOST_UNANSWERED = 10_000;

    private final GatewayContext host;
    private final InboundReader reader;
    private final Consumer<Runnable> loop;
    private List<InboundReader.Letter> collected = new ArrayList<>();
    private List<Unanswered> unanswered = new ArrayList<>();
    private int beingStored;

    private record Unanswered(SmppConnection connection, Command request) {
        void answer(int status) {
            connection.send(InboundDesk.answer(request, status));
        }
    }

    /** @param loop runs a task on the event loop, from any thread */
    InboundDesk(GatewayContext host, InboundReader reader, Consumer<Runnable> loop) {
        this.host = host;
        this.reader = reader;
        this.loop = loop;
    }

    void received(SmppConnection connection, AbstractSmCommand pdu) {
        var open = new Unanswered(connection, pdu);
        if (beingStored + unanswered.size() >= MOST_UNANSWERED) {
            open.answer(SMPPConstant.STAT_ESME_RMSGQFUL);
            return;
        }
        InboundReader.Letter letter = reader.read(pdu, System.nanoTime());
        if (letter == null) {
            open.answer(SMPPConstant.STAT_ESME_ROK);
        } else {
            collected.add(letter);
            unanswered.add(open);
        }
        if (reader.isOverfull()) {
            collectIncomplete();
        }
    }

    /** Takes the messages whose other parts never came. */
    void collectIncomplete() {
        collected.addAll(reader.incomplete(System.nanoTime()));
    }

    void handOver() {
        if (collected.isEmpty()) {
            return;
        }
        List<InboundReader.Letter> batch = collected;
        List<Unanswered> requests = unanswered;
        collected = new ArrayList<>();
        unanswered = new ArrayList<>();
        beingStored += requests.size();
        store(batch).whenComplete((stored, failure) -> loop.accept(() -> stored(batch, requests, failure)));
    }

    private CompletionStage<Void> store(List<InboundReader.Letter> batch) {
        try {
            return host.inbound(
                    batch.stream().map(InboundReader.Letter::inbound).toList());
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private void stored(List<InboundReader.Letter> batch, List<Unanswered> requests, @Nullable Throwable failure) {
        beingStored -= requests.size();
        if (failure != null) {
            LOG.warn("{} receipts and replies could not be stored, the operator keeps them", batch.size(), failure);
            long now = System.nanoTime();
            batch.forEach(letter -> reader.putBack(letter, now));
        }
        int status = failure == null ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RX_T_APPN;
        requests.forEach(request -> request.answer(status));
    }

    /** Whether the operator still waits for answers. */
    boolean isBusy() {
        return beingStored > 0 || !unanswered.isEmpty();
    }

    private static Command answer(Command request, int status) {
        if (status != SMPPConstant.STAT_ESME_ROK) {
            return CommandIds.answer(request, status);
        }
        AbstractSmRespCommand answer = request instanceof DataSm ? new DataSmResp() : new DeliverSmResp();
        answer.setCommandId(CommandIds.responseOf(request.getCommandId()));
        answer.setSequenceNumber(request.getSequenceNumber());
        answer.setMessageId("");
        return answer;
    }
}
