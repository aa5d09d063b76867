package io.postrider.simulator.interop;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.time.DateTimeZone;

/** Cloudhopper's client: short texts, parts with an 8-bit reference, and message_payload. */
final class CloudhopperClient implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 15_000;
    private static final String PHONES = "120255503";

    private final DefaultSmppClient client = new DefaultSmppClient();
    private final Receipts receipts = new Receipts();
    private final SmppSession session;
    private int sent;

    CloudhopperClient(int port) throws Exception {
        var configuration = new SmppSessionConfiguration();
        configuration.setName("interop");
        configuration.setType(SmppBindType.TRANSCEIVER);
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setSystemId("postrider");
        configuration.setPassword("simulate");
        configuration.setWindowSize(10);
        session = client.bind(configuration, new Ear());
    }

    private final class Ear extends DefaultSmppSessionHandler {
        @Override
        @SuppressWarnings("rawtypes")
        public PduResponse firePduRequestReceived(PduRequest request) {
            if (request instanceof DeliverSm delivery) {
                received(delivery);
            }
            return request.createResponse();
        }
    }

    private void received(DeliverSm delivery) {
        try {
            String text = new String(delivery.getShortMessage(), StandardCharsets.ISO_8859_1);
            DeliveryReceipt receipt = DeliveryReceipt.parseShortMessage(text, DateTimeZone.UTC);
            Tlv id = delivery.getOptionalParameter(SmppConstants.TAG_RECEIPTED_MSG_ID);
            if (receipt.getMessageId().equals(id.getValueAsString())) {
                receipts.add(receipt.getMessageId(), DeliveryReceipt.toStateText(receipt.getState()));
            }
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    List<Sent> send(Text text) throws Exception {
        List<Sent> messages = new ArrayList<>();
        messages.add(
                text.parts() == 1
                        ? submit("short", text, pdu(text, text.octets()))
                        : submit("parts", text, parts(text)));
        SubmitSm payload = pdu(text, new byte[0]);
        payload.addOptionalParameter(new Tlv(SmppConstants.TAG_MESSAGE_PAYLOAD, text.octets()));
        messages.add(submit("payload", text, payload));
        return messages;
    }

    private static SubmitSm[] parts(Text text) throws Exception {
        List<byte[]> parts = text.cut(6);
        var pdus = new SubmitSm[parts.size()];
        for (int i = 0; i < pdus.length; i++) {
            byte[] part = parts.get(i);
            byte[] header = {5, 0, 3, 8, (byte) pdus.length, (byte) (i + 1)};
            var both = Arrays.copyOf(header, header.length + part.length);
            System.arraycopy(part, 0, both, header.length, part.length);
            pdus[i] = pdu(text, both);
            pdus[i].setEsmClass(SmppConstants.ESM_CLASS_UDHI_MASK);
        }
        return pdus;
    }

    private static SubmitSm pdu(Text text, byte[] octets) throws Exception {
        var pdu = new SubmitSm();
        pdu.setSourceAddress(new Address((byte) 5, (byte) 0, "Shop"));
        pdu.setRegisteredDelivery(SmppConstants.REGISTERED_DELIVERY_SMSC_RECEIPT_REQUESTED);
        pdu.setDataCoding(text.coding());
        pdu.setShortMessage(octets);
        return pdu;
    }

    private Sent submit(String way, Text text, SubmitSm... pdus) throws Exception {
        String to = PHONES + (10 + sent++);
        List<String> accepted = new ArrayList<>();
        for (SubmitSm pdu : pdus) {
            pdu.setDestAddress(new Address((byte) 1, (byte) 1, to));
            accepted.add(session.submit(pdu, PATIENCE_MILLIS).getMessageId());
        }
        return new Sent(
                text.name() + " by " + way,
                to,
                text.text(),
                text.encoding(),
                pdus.length,
                accepted,
                receipts.await(accepted));
    }

    @Override
    public void close() {
        session.unbind(PATIENCE_MILLIS);
        session.destroy();
        client.destroy();
    }
}
