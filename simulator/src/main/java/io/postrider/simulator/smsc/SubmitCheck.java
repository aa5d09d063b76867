package io.postrider.simulator.smsc;

import io.postrider.simulator.Account;
import io.postrider.smpp.wire.Tlvs;
import java.util.OptionalLong;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.MessageRequest;

/** Whether the fields of a submit_sm are what SMPP 3.4 sections 4.4.1 and 5.2 allow. */
final class SubmitCheck {
    private static final int LONGEST_PHONE = 15;
    private static final int LAST_TON = 6;
    private static final int INTERNATIONAL = 1;
    private static final int TYPE_BITS = 0x3C;
    private static final int DELIVERY_ACKNOWLEDGEMENT = 0x08;
    private static final int USER_ACKNOWLEDGEMENT = 0x10;
    private static final int RESERVED_MESSAGE = 255;
    /** NPI values that mean something: 0, 1, 3, 4, 6, 8, 9, 10, 14, 18. */
    private static final long NPIS =
            1L | 1L << 1 | 1L << 3 | 1L << 4 | 1L << 6 | 1L << 8 | 1L << 9 | 1L << 10 | 1L << 14 | 1L << 18;

    private SubmitCheck() {}

    /** ESME_ROK, or the status of the first field that is wrong. */
    static int status(MessageRequest pdu, Account account, long now) {
        int status = addresses(pdu, account);
        if (status == SMPPConstant.STAT_ESME_ROK) {
            status = flags(pdu);
        }
        if (status == SMPPConstant.STAT_ESME_ROK) {
            status = times(pdu, now);
        }
        return status == SMPPConstant.STAT_ESME_ROK ? text(pdu, account) : status;
    }

    private static int addresses(MessageRequest pdu, Account account) {
        if (!isTon(pdu.getSourceAddrTon())) {
            return SMPPConstant.STAT_ESME_RINVSRCTON;
        }
        if (!isNpi(pdu.getSourceAddrNpi())) {
            return SMPPConstant.STAT_ESME_RINVSRCNPI;
        }
        if (!account.sources().isEmpty() && !account.sources().contains(pdu.getSourceAddr())) {
            return SMPPConstant.STAT_ESME_RINVSRCADR;
        }
        return destination(pdu.getDestAddrTon(), pdu.getDestAddrNpi(), pdu.getDestAddress());
    }

    /** ESME_ROK, or what is wrong with a destination. */
    static int destination(byte ton, byte npi, String address) {
        if (!isTon(ton)) {
            return SMPPConstant.STAT_ESME_RINVDSTTON;
        }
        if (!isNpi(npi)) {
            return SMPPConstant.STAT_ESME_RINVDSTNPI;
        }
        return isPhone(address, ton) ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RINVDSTADR;
    }

    private static boolean isTon(byte ton) {
        return ton >= 0 && ton <= LAST_TON;
    }

    private static boolean isNpi(byte npi) {
        return npi >= 0 && npi < Long.SIZE && (NPIS >>> npi & 1) == 1;
    }

    private static int flags(MessageRequest pdu) {
        int type = pdu.getEsmClass() & TYPE_BITS;
        if (type != 0 && type != DELIVERY_ACKNOWLEDGEMENT && type != USER_ACKNOWLEDGEMENT) {
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
        return (pdu.getSmDefaultMsgId() & 0xFF) == RESERVED_MESSAGE
                ? SMPPConstant.STAT_ESME_RINVDFTMSGID
                : SMPPConstant.STAT_ESME_ROK;
    }

    private static int times(MessageRequest pdu, long now) {
        return times(pdu.getScheduleDeliveryTime(), pdu.getValidityPeriod(), now);
    }

    /** ESME_ROK, or which of the two times cannot be. */
    static int times(String schedule, String validity, long now) {
        OptionalLong from = OptionalLong.of(now);
        if (!schedule.isEmpty()) {
            from = SmppTime.read(schedule, now);
            if (from.isEmpty()) {
                return SMPPConstant.STAT_ESME_RINVSCHED;
            }
        }
        if (validity.isEmpty()) {
            return SMPPConstant.STAT_ESME_ROK;
        }
        OptionalLong until = SmppTime.read(validity, now);
        boolean possible = until.isPresent() && until.getAsLong() >= Math.max(now, from.getAsLong());
        return possible ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RINVEXPIRY;
    }

    private static int text(MessageRequest pdu, Account account) {
        byte[] text = pdu.getShortMessage();
        if (text != null && text.length > 0 && Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD) != null) {
            return account.answers().bothTexts();
        }
        return Tlvs.hasWrongLength(pdu) ? SMPPConstant.STAT_ESME_RINVTLVLEN : SMPPConstant.STAT_ESME_ROK;
    }

    /** Digits, at most 15, without a plus; an international number does not begin with 0. */
    private static boolean isPhone(String address, byte ton) {
        if (address.isEmpty() || address.length() > LONGEST_PHONE) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) < '0' || address.charAt(i) > '9') {
                return false;
            }
        }
        return ton != INTERNATIONAL || address.charAt(0) != '0';
    }
}
