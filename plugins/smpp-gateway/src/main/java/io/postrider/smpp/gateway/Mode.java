package io.postrider.smpp.gateway;

import java.util.List;
import org.jsmpp.SMPPConstant;

/** Which kinds of bind a gateway keeps (SMPP 3.4 section 2.1). */
enum Mode {
    TRANSCEIVER,
    TRANSMITTER,
    TRANSMITTER_AND_RECEIVER;

    List<Integer> bindCommands() {
        return switch (this) {
            case TRANSCEIVER -> List.of(SMPPConstant.CID_BIND_TRANSCEIVER);
            case TRANSMITTER -> List.of(SMPPConstant.CID_BIND_TRANSMITTER);
            case TRANSMITTER_AND_RECEIVER -> List.of(SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_RECEIVER);
        };
    }

    static Mode of(String setting) {
        return switch (setting) {
            case "transmitter" -> TRANSMITTER;
            case "transmitter+receiver" -> TRANSMITTER_AND_RECEIVER;
            default -> TRANSCEIVER;
        };
    }
}
