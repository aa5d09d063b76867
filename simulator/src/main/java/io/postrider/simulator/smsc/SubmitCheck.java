package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.Tlvs;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;

/** Whether the fields of a submit_sm are what SMPP 3.4 sections 4.4.1 and 5.2 allow. */
final class SubmitCheck {
    private static final Pattern ABSOLUTE = Pattern.compile(
            "\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([01]\\d|2[0-3])([0-5]\\d){2}\\d([0-3]\\d|4[0-8])[+-]");
    private static final Pattern RELATIVE = Pattern.compile("\\d{12}000R");
    private static final int LONGEST_PHONE = 15;

    private SubmitCheck() {}

    /** ESME_ROK, or the status of the first field that is wrong. */
    static int status(SubmitSm pdu) {
        if (!isPhone(pdu.getDestAddress())) {
            return SMPPConstant.STAT_ESME_RINVDSTADR;
        }
        if ((pdu.getEsmClass() & 0x3C) != 0
                && (pdu.getEsmClass() & 0x3C) != 0x08
                && (pdu.getEsmClass() & 0x3C) != 0x10) {
            return SMPPConstant.STAT_ESME_RINVESMCLASS;
        }
        if (pdu.getPriorityFlag() < 0 || pdu.getPriorityFlag() > 3) {
            return SMPPConstant.STAT_ESME_RINVPRTFLG;
        }
        if ((pdu.getRegisteredDelivery() & 0xE0) != 0 || (pdu.getRegisteredDelivery() & 3) == 3) {
            return SMPPConstant.STAT_ESME_RINVREGDLVFLG;
        }
        if (pdu.getReplaceIfPresent() < 0 || pdu.getReplaceIfPresent() > 1) {
            return SMPPConstant.STAT_ESME_RINVREPFLAG;
        }
        if (!isTime(pdu.getScheduleDeliveryTime())) {
            return SMPPConstant.STAT_ESME_RINVSCHED;
        }
        if (!isTime(pdu.getValidityPeriod())) {
            return SMPPConstant.STAT_ESME_RINVEXPIRY;
        }
        return text(pdu);
    }

    private static int text(SubmitSm pdu) {
        byte[] payload = Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD);
        byte[] text = pdu.getShortMessage();
        if (payload != null && text != null && text.length > 0) {
            return SMPPConstant.STAT_ESME_RINVMSGLEN;
        }
        return Tlvs.hasWrongLength(pdu) ? SMPPConstant.STAT_ESME_RINVTLVLEN : SMPPConstant.STAT_ESME_ROK;
    }

    private static boolean isTime(String time) {
        return time.isEmpty()
                || RELATIVE.matcher(time).matches()
                || ABSOLUTE.matcher(time).matches();
    }

    /** Digits as an international number has them: no plus, no leading zero, at most 15. */
    static boolean isPhone(String address) {
        if (address.isEmpty() || address.length() > LONGEST_PHONE || address.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) < '0' || address.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
