package io.postrider.simulator.conformance;

import io.postrider.simulator.Esme;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.FrameReader;
import io.postrider.smpp.wire.PduEncoder;
import io.postrider.smpp.wire.Tlvs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.Outbind;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;

/** PDUs of every kind with something wrong. The same seed gives the same ones. */
final class Mutations {
    private static final int HEADER = 16;
    private static final int MOST_ADDED = 40;
    private static final double FATAL = 0.02;
    private static final int[] HEADERS = {
        SMPPConstant.CID_ENQUIRE_LINK,
        SMPPConstant.CID_GENERIC_NACK,
        SMPPConstant.CID_ENQUIRE_LINK_RESP,
        SMPPConstant.CID_DELIVER_SM_RESP,
        SMPPConstant.CID_DATA_SM_RESP,
        SMPPConstant.CID_UNBIND_RESP,
        SMPPConstant.CID_SUBMIT_SM_RESP,
        SMPPConstant.CID_SUBMIT_MULTI_RESP,
        SMPPConstant.CID_QUERY_SM_RESP
    };

    private final Random random;
    private final List<byte[]> valid = new ArrayList<>();

    Mutations(long seed) {
        random = new Random(seed);
        for (int command : HEADERS) {
            add(CommandIds.request(command, 0));
        }
        for (int i = 0; i < 6; i++) {
            add(submit());
        }
        addOtherMessages();
        addOperations();
        addSessionCommands();
    }

    private void add(Command pdu) {
        valid.add(PduEncoder.encode(pdu).getBytes());
    }

    private static SubmitSm submit() {
        SubmitSm pdu = Esme.message("12025550101", "Hello");
        pdu.setRegisteredDelivery((byte) 0);
        pdu.setScheduleDeliveryTime("000000000100000R");
        pdu.setValidityPeriod("000001000000000R");
        pdu.setOptionalParameters(new OptionalParameter[] {
            Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) 1, (byte) 2),
            Tlvs.of(Tlvs.SAR_MSG_REF_NUM, (byte) 0, (byte) 7),
            Tlvs.of(Tlvs.SAR_TOTAL_SEGMENTS, (byte) 3),
            Tlvs.of(Tlvs.SAR_SEGMENT_SEQNUM, (byte) 2)
        });
        return pdu;
    }

    private void addOtherMessages() {
        SubmitSm headed = Esme.message("12025550102", "\5\0\3\1\2\1Hello");
        headed.setEsmClass((byte) 0x40);
        headed.setReplaceIfPresent((byte) 1);
        add(headed);
        var deliver = new DeliverSm();
        deliver.setCommandId(SMPPConstant.CID_DELIVER_SM);
        deliver.setShortMessage(new byte[] {'x'});
        add(deliver);
        var data = new DataSm();
        data.setCommandId(SMPPConstant.CID_DATA_SM);
        data.setSourceAddr("Shop");
        data.setDestAddress("12025550103");
        data.setOptionalParameters(new OptionalParameter[] {Tlvs.of(Tlvs.MESSAGE_PAYLOAD, new byte[300])});
        add(data);
        var multi = new SubmitMulti();
        multi.setCommandId(SMPPConstant.CID_SUBMIT_MULTI);
        multi.setSourceAddr("Shop");
        multi.setDestAddresses(new DestinationAddress[] {
            new Address((byte) 1, (byte) 1, "12025550104"),
            new DistributionList("friends"),
            new Address((byte) 1, (byte) 1, "12025550105")
        });
        multi.setShortMessage(new byte[] {'x'});
        add(multi);
    }

    private void addOperations() {
        var query = new QuerySm();
        query.setCommandId(SMPPConstant.CID_QUERY_SM);
        query.setMessageId("1");
        query.setSourceAddr("Shop");
        add(query);
        var cancel = new CancelSm();
        cancel.setCommandId(SMPPConstant.CID_CANCEL_SM);
        cancel.setMessageId("");
        cancel.setSourceAddr("Shop");
        cancel.setDestinationAddress("12025550101");
        add(cancel);
        var replace = new ReplaceSm();
        replace.setCommandId(SMPPConstant.CID_REPLACE_SM);
        replace.setMessageId("1");
        replace.setSourceAddr("Shop");
        replace.setShortMessage(new byte[] {'x'});
        add(replace);
    }

    private void addSessionCommands() {
        add(Wire.bindRequest(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate"));
        add(Wire.bindRequest(SMPPConstant.CID_BIND_RECEIVER, "postrider", "simulate"));
        add(Wire.bindRequest(SMPPConstant.CID_BIND_TRANSMITTER, "nobody", "wrong"));
        var outbind = new Outbind();
        outbind.setCommandId(SMPPConstant.CID_OUTBIND);
        outbind.setSystemId("x");
        outbind.setPassword("y");
        add(outbind);
        var alert = new AlertNotification();
        alert.setCommandId(SMPPConstant.CID_ALERT_NOTIFICATION);
        alert.setSourceAddr("12025550101");
        alert.setEsmeAddr("Shop");
        add(alert);
    }

    /** The next one: a frame of its command_length, unless that is impossible. */
    byte[] next(int sequence) {
        byte[] pdu = valid.get(random.nextInt(valid.size())).clone();
        ByteBuffer.wrap(pdu).putInt(12, sequence);
        for (int i = random.nextInt(3); i >= 0; i--) {
            pdu = mutate(pdu);
        }
        ByteBuffer.wrap(pdu).putInt(0, pdu.length);
        return random.nextDouble() < FATAL ? impossible(pdu) : pdu;
    }

    private byte[] mutate(byte[] pdu) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> flipped(pdu, pdu.length > HEADER ? HEADER : 4, pdu.length);
            case 2 -> Arrays.copyOf(pdu, HEADER + random.nextInt(pdu.length - HEADER + 1));
            case 3 -> lengthened(pdu);
            case 4 -> withParameter(pdu);
            case 5 -> flipped(pdu, 4, HEADER);
            case 6 -> otherCommand(pdu);
            default -> overwritten(pdu);
        };
    }

    private byte[] flipped(byte[] pdu, int from, int to) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            pdu[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
        }
        return pdu;
    }

    private byte[] lengthened(byte[] pdu) {
        byte[] longer = Arrays.copyOf(pdu, pdu.length + 1 + random.nextInt(MOST_ADDED));
        for (int i = pdu.length; i < longer.length; i++) {
            longer[i] = (byte) random.nextInt(256);
        }
        return longer;
    }

    private byte[] withParameter(byte[] pdu) {
        int length = random.nextInt(8);
        byte[] longer = Arrays.copyOf(pdu, pdu.length + 4 + length);
        ByteBuffer.wrap(longer)
                .putShort(pdu.length, (short) random.nextInt(0x600))
                .putShort(pdu.length + 2, (short) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : length));
        return longer;
    }

    private byte[] otherCommand(byte[] pdu) {
        int command = random.nextInt(0x120) | (random.nextInt(3) == 0 ? 0x80000000 : 0);
        ByteBuffer.wrap(pdu).putInt(4, random.nextInt(10) == 0 ? random.nextInt() : command);
        return pdu;
    }

    /** One value all over a stretch of the body, so that strings lose their NUL. */
    private byte[] overwritten(byte[] pdu) {
        if (pdu.length == HEADER) {
            return pdu;
        }
        int from = HEADER + random.nextInt(pdu.length - HEADER);
        int to = Math.min(pdu.length, from + 1 + random.nextInt(MOST_ADDED));
        Arrays.fill(pdu, from, to, (byte) random.nextInt(256));
        return pdu;
    }

    private byte[] impossible(byte[] pdu) {
        int small = random.nextInt(HEADER);
        int large = FrameReader.LONGEST + 1 + random.nextInt(Integer.MAX_VALUE - FrameReader.LONGEST);
        int negative = random.nextInt() | 0x80000000;
        ByteBuffer.wrap(pdu).putInt(0, List.of(small, large, negative).get(random.nextInt(3)));
        return Arrays.copyOf(pdu, HEADER);
    }
}
