package io.postrider.simulator.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsmpp.SMPPConstant;

/** Commands and optional parameters by the names of the SMPP specification. */
public final class PduNames {
    private static final List<String> PARAMETER_NAMES = List.of(
            "0005 dest_addr_subunit",
            "0006 dest_network_type",
            "0007 dest_bearer_type",
            "0008 dest_telematics_id",
            "000D source_addr_subunit",
            "000E source_network_type",
            "000F source_bearer_type",
            "0010 source_telematics_id",
            "0017 qos_time_to_live",
            "0019 payload_type",
            "001D additional_status_info_text",
            "001E receipted_message_id",
            "0030 ms_msg_wait_facilities",
            "0201 privacy_indicator",
            "0202 source_subaddress",
            "0203 dest_subaddress",
            "0204 user_message_reference",
            "0205 user_response_code",
            "020A source_port",
            "020B destination_port",
            "020C sar_msg_ref_num",
            "020D language_indicator",
            "020E sar_total_segments",
            "020F sar_segment_seqnum",
            "0210 sc_interface_version",
            "0302 callback_num_pres_ind",
            "0303 callback_num_atag",
            "0304 number_of_messages",
            "0381 callback_num",
            "0420 dpf_result",
            "0421 set_dpf",
            "0422 ms_availability_status",
            "0423 network_error_code",
            "0424 message_payload",
            "0425 delivery_failure_reason",
            "0426 more_messages_to_send",
            "0427 message_state",
            "0428 congestion_state",
            "0501 ussd_service_op",
            "1201 display_time",
            "1203 sms_signal",
            "1204 ms_validity",
            "130C alert_on_message_delivery",
            "1380 its_reply_type",
            "1383 its_session_info");
    private static final Map<Integer, String> COMMANDS = new HashMap<>();
    private static final Map<Integer, String> PARAMETERS = new HashMap<>();

    static {
        command(SMPPConstant.CID_BIND_RECEIVER, "bind_receiver");
        command(SMPPConstant.CID_BIND_TRANSMITTER, "bind_transmitter");
        command(SMPPConstant.CID_BIND_TRANSCEIVER, "bind_transceiver");
        command(SMPPConstant.CID_QUERY_SM, "query_sm");
        command(SMPPConstant.CID_SUBMIT_SM, "submit_sm");
        command(SMPPConstant.CID_DELIVER_SM, "deliver_sm");
        command(SMPPConstant.CID_UNBIND, "unbind");
        command(SMPPConstant.CID_REPLACE_SM, "replace_sm");
        command(SMPPConstant.CID_CANCEL_SM, "cancel_sm");
        command(SMPPConstant.CID_ENQUIRE_LINK, "enquire_link");
        command(SMPPConstant.CID_SUBMIT_MULTI, "submit_multi");
        command(SMPPConstant.CID_DATA_SM, "data_sm");
        COMMANDS.put(SMPPConstant.CID_OUTBIND, "outbind");
        COMMANDS.put(SMPPConstant.CID_ALERT_NOTIFICATION, "alert_notification");
        COMMANDS.put(SMPPConstant.CID_GENERIC_NACK, "generic_nack");
        parameters();
    }

    private PduNames() {}

    private static void command(int id, String name) {
        COMMANDS.put(id, name);
        COMMANDS.put(id | SMPPConstant.MASK_CID_RESP, name + "_resp");
    }

    private static void parameters() {
        for (String name : PARAMETER_NAMES) {
            PARAMETERS.put(Integer.parseInt(name.substring(0, 4), 16), name.substring(5));
        }
    }

    /** The command's name, or its number if it has none. */
    public static String command(int id) {
        return Objects.requireNonNullElseGet(COMMANDS.get(id), () -> "0x%08X".formatted(id));
    }

    /** Whether it is a command of SMPP 3.4. */
    public static boolean isCommand(int id) {
        return COMMANDS.containsKey(id);
    }

    /** The parameter's name, or its tag if it has none. */
    public static String parameter(int tag) {
        return Objects.requireNonNullElseGet(PARAMETERS.get(tag), () -> "tlv 0x%04X".formatted(tag));
    }
}
