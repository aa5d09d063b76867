package io.postrider.bench;

import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.PduDecoder;
import io.postrider.smpp.wire.PduEncoder;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;

/**
 * What our codec alone can do in one thread: a submit_sm and its response, each written and read. No server can take more
 * than that from one event loop.
 */
final class CodecBench {
    private static final int AT_ONCE = 1_000;
    private static final double NANOS = 1e9;
    private static final byte[] TEXT = "x".repeat(130).getBytes(StandardCharsets.US_ASCII);

    private final SubmitSm submit = new SubmitSm();
    private final SubmitSmResp response = new SubmitSmResp();
    private long read;

    CodecBench() {
        submit.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        submit.setSourceAddr("15550100");
        submit.setShortMessage(TEXT);
        response.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
    }

    /** Pairs a second in each round; the first, which warms up, left out. */
    JsonObject run(int rounds, Duration time) {
        Series rates = new Series();
        for (int round = 0; round <= rounds; round++) {
            double rate = round(time);
            if (round > 0) {
                rates.add(rate);
            }
        }
        return new JsonObject()
                .put("pairsPerSecond", rates.json())
                .put("microsPerPair", Series.fine(1e6 / rates.median()));
    }

    private double round(Duration time) {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        long before = read;
        long now = begun;
        while (now < end) {
            for (int i = 0; i < AT_ONCE; i++) {
                pair();
            }
            now = System.nanoTime();
        }
        return (read - before) / 2.0 * NANOS / (now - begun);
    }

    private void pair() {
        int sequence = (int) read + 1;
        submit.setSequenceNumber(sequence);
        submit.setDestAddress(Long.toString(12_022_000_000L + read));
        Command arrived = throughOctets(submit);
        response.setSequenceNumber(arrived.getSequenceNumber());
        response.setMessageId(Long.toString(1_000_000_000_000L + read));
        if (throughOctets(response).getSequenceNumber() != sequence) {
            throw new IllegalStateException("the codec lost a sequence number");
        }
    }

    private Command throughOctets(Command command) {
        byte[] octets = PduEncoder.encode(command).getBytes();
        Frame frame = PduDecoder.decode(octets, 0, octets.length);
        read++;
        if (frame instanceof Frame.Pdu pdu) {
            return pdu.command();
        }
        throw new IllegalStateException("the codec cannot read what it wrote: " + frame);
    }
}
