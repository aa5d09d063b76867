package io.postrider.simulator.view;

import org.jsmpp.SMPPConstant;

/** The fields of the rarer operations. */
final class OperationView {
    private static final int MESSAGE_ID = 65;
    private static final int ADDRESS = 21;
    private static final int TIME = 17;

    private OperationView() {}

    static void body(int commandId, Cursor cursor) {
        switch (commandId) {
            case SMPPConstant.CID_QUERY_SM -> {
                cursor.string("message_id", MESSAGE_ID);
                source(cursor);
            }
            case SMPPConstant.CID_QUERY_SM_RESP -> {
                cursor.string("message_id", MESSAGE_ID);
                cursor.string("final_date", TIME);
                cursor.octet("message_state");
                cursor.octet("error_code");
            }
            case SMPPConstant.CID_CANCEL_SM -> {
                cursor.string("service_type", 6);
                cursor.string("message_id", MESSAGE_ID);
                source(cursor);
                cursor.octet("dest_addr_ton");
                cursor.octet("dest_addr_npi");
                cursor.string("destination_addr", ADDRESS);
            }
            case SMPPConstant.CID_REPLACE_SM -> replace(cursor);
            case SMPPConstant.CID_SUBMIT_MULTI_RESP -> multiResponse(cursor);
            default -> {
                // nothing is known of its body
            }
        }
    }

    private static void source(Cursor cursor) {
        cursor.octet("source_addr_ton");
        cursor.octet("source_addr_npi");
        cursor.string("source_addr", ADDRESS);
    }

    private static void replace(Cursor cursor) {
        cursor.string("message_id", MESSAGE_ID);
        source(cursor);
        cursor.string("schedule_delivery_time", TIME);
        cursor.string("validity_period", TIME);
        cursor.octet("registered_delivery");
        cursor.octet("sm_default_msg_id");
        int length = cursor.octet("sm_length");
        if (length > 0) {
            int kept = Math.min(length, cursor.left());
            String problem = kept < length ? "sm_length says " + length + " octets." : null;
            cursor.octets("short_message", kept, Octets.hex(cursor.slice(cursor.at(), kept)), null, problem);
        }
    }

    private static void multiResponse(Cursor cursor) {
        cursor.string("message_id", MESSAGE_ID);
        int failed = cursor.octet("no_unsuccess");
        for (int i = 0; i < failed && !cursor.isEnded(); i++) {
            cursor.octet("dest_addr_ton");
            cursor.octet("dest_addr_npi");
            cursor.string("destination_addr", ADDRESS);
            cursor.int32("error_status_code", true);
        }
    }

    /** The destinations of a submit_multi. */
    static void destinations(Cursor cursor) {
        int number = cursor.octet("number_of_dests");
        for (int i = 0; i < number && !cursor.isEnded(); i++) {
            int flag = cursor.octet("dest_flag");
            if (flag == 2) {
                cursor.string("dl_name", ADDRESS);
            } else {
                cursor.octet("dest_addr_ton");
                cursor.octet("dest_addr_npi");
                cursor.string("destination_addr", ADDRESS);
            }
        }
    }
}
