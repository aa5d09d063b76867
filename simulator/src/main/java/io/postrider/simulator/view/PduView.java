package io.postrider.simulator.view;

import io.postrider.simulator.behaviour.Statuses;
import io.postrider.simulator.text.Segment;
import io.postrider.simulator.text.SegmentReader;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.PduDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A PDU field by field, with what is wrong with each. Reads the octets by itself, so that it shows also what no decoder would
 * accept, as far as it goes.
 */
public final class PduView {
    private static final int HEADER = 16;
    private static final int LONG_ADDRESS = 65;
    private static final int ADDRESS = 21;
    private static final int TIME = 17;
    private static final int MESSAGE_ID = 65;
    private static final int TEXT_SHOWN = 400;

    private final byte[] octets;
    private final Cursor cursor;
    private final int commandId;
    private final String command;

    /** Reads the octets of one PDU. */
    public PduView(byte[] octets) {
        this.octets = octets;
        this.commandId = octets.length < 8 ? 0 : new Cursor(octets, "").peek32(4);
        this.command = PduNames.command(commandId);
        this.cursor = new Cursor(octets, command);
        header();
        if (octets.length > HEADER) {
            body();
            cursor.rest();
        }
    }

    /** Its name. */
    public String command() {
        return command;
    }

    /** The name of its command_status. */
    public String status() {
        return octets.length < HEADER ? "" : Statuses.name(cursor.peek32(8));
    }

    /** Its sequence_number. */
    public long sequence() {
        return octets.length < HEADER ? 0 : cursor.peek32(12) & 0xFFFF_FFFFL;
    }

    /** Its fields in order. */
    public List<PduField> fields() {
        return cursor.fields();
    }

    /** What is wrong, sentence by sentence. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (PduField field : fields()) {
            if (field.problem() != null) {
                problems.add(field.name() + ": " + field.problem());
            }
        }
        return problems;
    }

    private void header() {
        if (octets.length < HEADER) {
            cursor.add("header", Octets.hex(octets), null, "A PDU has at least 16 octets.", octets.length);
            return;
        }
        int length = cursor.peek32(0);
        String problem = length == octets.length ? null : "It says " + Integer.toUnsignedString(length) + " octets.";
        cursor.add("command_length", Integer.toUnsignedString(length), null, problem, 4);
        String unknown = PduNames.isCommand(commandId) ? null : "SMPP 3.4 has no such command.";
        cursor.add("command_id", command, "0x%08X".formatted(commandId), unknown, 4);
        int status = cursor.peek32(8);
        boolean request = (commandId & SMPPConstant.MASK_CID_RESP) == 0;
        String wrongStatus = request && status != 0 ? "It is 0 in a request." : null;
        cursor.add("command_status", Integer.toUnsignedString(status), Statuses.name(status), wrongStatus, 4);
        cursor.int32("sequence_number", false);
    }

    private void body() {
        switch (commandId) {
            case SMPPConstant.CID_SUBMIT_SM, SMPPConstant.CID_DELIVER_SM -> message();
            case SMPPConstant.CID_DATA_SM -> dataSm();
            case SMPPConstant.CID_SUBMIT_MULTI -> submitMulti();
            case SMPPConstant.CID_SUBMIT_SM_RESP, SMPPConstant.CID_DELIVER_SM_RESP, SMPPConstant.CID_DATA_SM_RESP ->
                idAndParameters();
            case SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_TRANSCEIVER ->
                bind();
            case SMPPConstant.CID_BIND_RECEIVER_RESP,
                    SMPPConstant.CID_BIND_TRANSMITTER_RESP,
                    SMPPConstant.CID_BIND_TRANSCEIVER_RESP -> {
                cursor.string("system_id", 16);
                parameters();
            }
            case SMPPConstant.CID_OUTBIND -> {
                cursor.string("system_id", 16);
                password();
            }
            default -> OperationView.body(commandId, cursor);
        }
    }

    private void password() {
        int from = cursor.at();
        cursor.string("password", 9);
        List<PduField> fields = cursor.fields();
        PduField last = fields.get(fields.size() - 1);
        if (last.offset() == from && !last.value().isEmpty()) {
            fields.set(
                    fields.size() - 1,
                    new PduField(last.name(), "••••", "not shown", last.problem(), last.offset(), last.length()));
        }
    }

    private void bind() {
        cursor.string("system_id", 16);
        password();
        cursor.string("system_type", 13);
        cursor.octet("interface_version");
        cursor.octet("addr_ton");
        cursor.octet("addr_npi");
        cursor.string("address_range", 41);
    }

    private void idAndParameters() {
        cursor.string("message_id", MESSAGE_ID);
        parameters();
    }

    private void source(int longest) {
        cursor.string("service_type", 6);
        cursor.octet("source_addr_ton");
        cursor.octet("source_addr_npi");
        cursor.string("source_addr", longest);
    }

    private void addresses(int longest) {
        source(longest);
        cursor.octet("dest_addr_ton");
        cursor.octet("dest_addr_npi");
        cursor.string("destination_addr", longest);
    }

    private void message() {
        addresses(ADDRESS);
        settings();
    }

    private void settings() {
        cursor.octet("esm_class");
        cursor.octet("protocol_id");
        cursor.octet("priority_flag");
        cursor.string("schedule_delivery_time", TIME);
        cursor.string("validity_period", TIME);
        cursor.octet("registered_delivery");
        cursor.octet("replace_if_present_flag");
        cursor.octet("data_coding");
        cursor.octet("sm_default_msg_id");
        shortMessage();
        parameters();
    }

    private void dataSm() {
        addresses(LONG_ADDRESS);
        cursor.octet("esm_class");
        cursor.octet("registered_delivery");
        cursor.octet("data_coding");
        parameters();
    }

    private void submitMulti() {
        source(ADDRESS);
        OperationView.destinations(cursor);
        settings();
    }

    private void shortMessage() {
        int length = cursor.octet("sm_length");
        if (length <= 0) {
            return;
        }
        boolean cut = length > cursor.left();
        String problem = cut ? "sm_length says " + length + " octets, but " + cursor.left() + " are left." : null;
        text("short_message", Math.min(length, cursor.left()), problem);
    }

    private void text(String name, int length, @Nullable String problem) {
        Frame frame = PduDecoder.decode(octets, 0, octets.length);
        if (frame instanceof Frame.Pdu pdu && pdu.command() instanceof MessageRequest message) {
            Segment segment = SegmentReader.read(message);
            String part = segment.total() > 1
                    ? "part " + segment.number() + " of " + segment.total() + ", reference " + segment.reference()
                            + ", "
                    : "";
            String shown = segment.text().length() > TEXT_SHOWN
                    ? segment.text().substring(0, TEXT_SHOWN) + "…"
                    : segment.text();
            cursor.octets(
                    name,
                    length,
                    shown,
                    part + segment.encoding() + ", " + segment.units() + " units",
                    problem == null ? segment.problem() : problem);
        } else {
            cursor.octets(name, length, Octets.hex(octets, cursor.at(), length), null, problem);
        }
    }

    private void parameters() {
        while (!cursor.isEnded() && cursor.left() > 0) {
            ParameterView.next(cursor);
        }
    }
}
