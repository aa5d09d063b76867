package io.postrider.simulator.interop;

import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** The stock session of jsmpp: short texts, parts with a 16-bit reference, SAR parameters, and message_payload. */
final class JsmppClient implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 15_000;
    private static final String PHONES = "120255504";
    private static final byte HEADER = 0x40;

    private final SMPPSession session = new SMPPSession();
    private final Receipts receipts = new Receipts();
    private int sent;

    JsmppClient(int port) throws Exception {
        session.setTransactionTimer(PATIENCE_MILLIS);
        session.setMessageReceiverListener(new Ear());
        var unknown = TypeOfNumber.UNKNOWN;
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX, "postrider", "simulate", "", unknown, NumberingPlanIndicator.UNKNOWN, ""));
    }

    private final class Ear implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm delivery) throws ProcessRequestException {
            try {
                DeliveryReceipt receipt = delivery.getShortMessageAsDeliveryReceipt();
                if (delivery.isSmscDeliveryReceipt()) {
                    receipts.add(receipt.getId(), receipt.getFinalStatus().name());
                }
            } catch (InvalidDeliveryReceiptException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new IllegalStateException("alert_notification");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new IllegalStateException("data_sm");
        }
    }

    /** What differs between the submit_sm of one message. */
    private static final class Part {
        private final byte esmClass;
        private final byte[] octets;
        private final OptionalParameter[] parameters;

        private Part(byte esmClass, byte[] octets, OptionalParameter... parameters) {
            this.esmClass = esmClass;
            this.octets = octets;
            this.parameters = parameters;
        }
    }

    List<Sent> send(Text text) throws Exception {
        List<Sent> messages = new ArrayList<>();
        if (text.parts() == 1) {
            messages.add(submit("short", text, List.of(new Part((byte) 0, text.octets()))));
        } else {
            messages.add(submit("parts", text, headed(text.cut(7))));
            messages.add(submit("sar", text, numbered(text.cut(7))));
        }
        var payload = new OptionalParameter.Message_payload(text.octets());
        messages.add(submit("payload", text, List.of(new Part((byte) 0, new byte[0], payload))));
        return messages;
    }

    private static List<Part> headed(List<byte[]> octets) {
        List<Part> parts = new ArrayList<>();
        for (byte[] part : octets) {
            byte[] header = {6, 8, 4, 1, 9, (byte) octets.size(), (byte) (parts.size() + 1)};
            var both = new byte[header.length + part.length];
            System.arraycopy(header, 0, both, 0, header.length);
            System.arraycopy(part, 0, both, header.length, part.length);
            parts.add(new Part(HEADER, both));
        }
        return parts;
    }

    private static List<Part> numbered(List<byte[]> octets) {
        List<Part> parts = new ArrayList<>();
        for (byte[] part : octets) {
            parts.add(new Part(
                    (byte) 0,
                    part,
                    OptionalParameters.newSarMsgRefNum((short) 300),
                    OptionalParameters.newSarTotalSegments(octets.size()),
                    OptionalParameters.newSarSegmentSeqnum(parts.size() + 1)));
        }
        return parts;
    }

    private Sent submit(String way, Text text, List<Part> parts) throws Exception {
        String to = PHONES + (10 + sent++);
        List<String> accepted = new ArrayList<>();
        for (Part part : parts) {
            accepted.add(submit(to, text.coding(), part));
        }
        return new Sent(
                text.name() + " by " + way,
                to,
                text.text(),
                text.encoding(),
                parts.size(),
                accepted,
                receipts.await(accepted));
    }

    private String submit(String to, byte coding, Part part) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Shop",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(part.esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        DataCodings.newInstance(coding),
                        (byte) 0,
                        part.octets,
                        part.parameters)
                .getMessageId();
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
