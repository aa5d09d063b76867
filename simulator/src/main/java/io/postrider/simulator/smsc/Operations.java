package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Origin;
import io.postrider.simulator.people.Part;
import io.postrider.simulator.text.SegmentReader;
import io.postrider.smpp.wire.CommandIds;
import java.util.OptionalLong;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** query_sm, cancel_sm and replace_sm (SMPP 3.4 sections 4.8 to 4.10), and the way to data_sm and submit_multi. */
final class Operations {
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    private final Exchange exchange;
    private final Copies copies;

    Operations(Exchange exchange) {
        this.exchange = exchange;
        this.copies = new Copies(exchange);
    }

    /** Whether this is about messages. */
    static boolean knows(Command pdu) {
        return pdu instanceof DataSm
                || pdu instanceof SubmitMulti
                || pdu instanceof QuerySm
                || pdu instanceof CancelSm
                || pdu instanceof ReplaceSm;
    }

    /** Does it and answers. */
    void handle(Session session, Client client, Command pdu) {
        if (pdu instanceof DataSm data) {
            copies.dataSm(session, client, data);
        } else if (pdu instanceof SubmitMulti multi) {
            copies.submitMulti(session, client, multi);
        } else if (pdu instanceof QuerySm query) {
            session.send(query(client, query));
        } else if (pdu instanceof CancelSm cancel) {
            session.send(CommandIds.answer(pdu, cancel(client, cancel)));
        } else if (pdu instanceof ReplaceSm replacement) {
            session.send(CommandIds.answer(pdu, replace(client, replacement)));
        }
    }

    private Command query(Client client, QuerySm query) {
        Part part = find(client, query.getMessageId(), query.getSourceAddr());
        if (part == null) {
            return CommandIds.answer(query, SMPPConstant.STAT_ESME_RINVMSGID);
        }
        MessageEnd end = Endings.now(part);
        var answer = new QuerySmResp();
        answer.setCommandId(SMPPConstant.CID_QUERY_SM_RESP);
        answer.setSequenceNumber(query.getSequenceNumber());
        answer.setMessageId(query.getMessageId());
        answer.setFinalDate(part.end() == null ? "" : SmppTime.write(part.endedAt()));
        answer.setMessageState(state(end));
        answer.setErrorCode((byte) errorNumber(part.error(end)));
        return answer;
    }

    private static MessageState state(MessageEnd end) {
        for (MessageState state : MessageState.values()) {
            if (state.value() == end.number()) {
                return state;
            }
        }
        return MessageState.UNKNOWN;
    }

    private static int errorNumber(String error) {
        return error.length() <= 3 && error.chars().allMatch(Character::isDigit) ? Integer.parseInt(error) : 0;
    }

    private int cancel(Client client, CancelSm cancel) {
        if (cancel.getMessageId().isEmpty()) {
            return cancelAll(client, cancel);
        }
        Part part = find(client, cancel.getMessageId(), cancel.getSourceAddr());
        if (part == null || !part.origin().to().equals(cancel.getDestinationAddress())) {
            return SMPPConstant.STAT_ESME_RINVMSGID;
        }
        return delete(part) ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RCANCELFAIL;
    }

    /** All that wait between this sender and this phone. */
    private int cancelAll(Client client, CancelSm cancel) {
        int status = SMPPConstant.STAT_ESME_RCANCELFAIL;
        Part part = waiting(client, cancel);
        while (part != null && delete(part)) {
            status = SMPPConstant.STAT_ESME_ROK;
            part = waiting(client, cancel);
        }
        return status;
    }

    private @Nullable Part waiting(Client client, CancelSm cancel) {
        return exchange.round().people().latest(cancel.getDestinationAddress(), part -> {
            Origin origin = part.origin();
            return part.end() == null
                    && isOf(client, part, cancel.getSourceAddr())
                    && (cancel.getServiceType().isEmpty()
                            || cancel.getServiceType().equals(origin.serviceType()));
        });
    }

    private boolean delete(Part part) {
        if (!part.end(MessageEnd.DELETED, exchange.now())) {
            return false;
        }
        exchange.endings().close(part, MessageEnd.DELETED);
        return true;
    }

    private int replace(Client client, ReplaceSm replacement) {
        Part part = find(client, replacement.getMessageId(), replacement.getSourceAddr());
        if (part == null) {
            return SMPPConstant.STAT_ESME_RINVMSGID;
        }
        int status = SubmitCheck.times(
                replacement.getScheduleDeliveryTime(), replacement.getValidityPeriod(), exchange.now());
        if (status != SMPPConstant.STAT_ESME_ROK) {
            return status;
        }
        if (part.end() != null || part.message().total() > 1) {
            return SMPPConstant.STAT_ESME_RREPLACEFAIL;
        }
        var text = new SubmitSm();
        text.setDataCoding((byte) part.origin().dataCoding());
        text.setShortMessage(replacement.getShortMessage());
        part.replace(SegmentReader.read(text, client.account().alphabet()));
        exchange.feed().changed(part.message());
        return SMPPConstant.STAT_ESME_ROK;
    }

    private @Nullable Part find(Client client, String messageId, String source) {
        OptionalLong id = number(messageId, exchange.dialect(client).responseId());
        Part part = id.isEmpty() ? null : exchange.parts().find(id.getAsLong());
        return part != null && isOf(client, part, source) ? part : null;
    }

    private static boolean isOf(Client client, Part part, String source) {
        Origin origin = part.origin();
        return origin.account().equals(client.account().systemId())
                && (source.isEmpty() || source.equals(origin.from()));
    }

    private static OptionalLong number(String id, Dialect.IdForm form) {
        boolean hex = form == Dialect.IdForm.hex || form == Dialect.IdForm.HEX;
        try {
            return OptionalLong.of(Long.parseLong(id, hex ? HEX : DECIMAL));
        } catch (NumberFormatException foreign) {
            return OptionalLong.empty();
        }
    }
}
